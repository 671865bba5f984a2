import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchFiles } from './files.js';

describe('watchFiles', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gpuscope-files-'));
    path = join(folder, 'gpuscope.yaml');
    await writeFile(path, 'version: 1\n');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('sees a change, though not before it looks again', async () => {
    let nowMs = 0;
    const isSame = await watchFiles([path], 1000, () => nowMs);
    expect(await isSame()).toBe(true);
    await writeFile(path, 'version: 1\ncluster: idc1\n');
    nowMs = 999;
    expect(await isSame()).toBe(true);
    nowMs = 1000;
    expect(await isSame()).toBe(false);
  });

  it('takes a file that goes away, and one that comes, for a change, once and for all', async () => {
    let nowMs = 0;
    const now = (): number => nowMs;
    const other = join(folder, 'password');
    const [gone, came] = [await watchFiles([path], 0, now), await watchFiles([other], 0, now)];
    await rm(path);
    await writeFile(other, 'secret');
    nowMs = 1;
    expect(await gone()).toBe(false);
    expect(await came()).toBe(false);
    await rm(other);
    expect(await came()).toBe(false);
  });

  it('needs no files', async () => {
    const isSame = await watchFiles([], 0, () => 0);
    expect(await isSame()).toBe(true);
  });
});
