import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GpuscopeError } from '@gpuscope/aggregation';
import { createReader } from './reader.js';

const tenant = (name: string): string => `version: 1\ntenants: { ${name}: {} }\n`;

describe('createReader', () => {
  let folder = '';
  let path = '';
  let nowMs = 0;
  let troubles: GpuscopeError[] = [];
  const reader = () =>
    createReader({
      path,
      now: () => nowMs,
      ttlMs: 60_000,
      maxStaleMs: 300_000,
      onTrouble: (error) => troubles.push(error),
    });
  const write = async (text: string): Promise<void> => {
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tenants-'));
    path = join(folder, 'tenants.yaml');
    nowMs = 0;
    troubles = [];
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('sees a change after a minute, and not before', async () => {
    await write(tenant('cv'));
    const read = reader();
    expect([...(await read()).tenants.keys()]).toEqual(['cv']);
    await write(tenant('risk'));
    nowMs = 59_999;
    expect([...(await read()).tenants.keys()]).toEqual(['cv']);
    nowMs = 60_000;
    expect([...(await read()).tenants.keys()]).toEqual(['risk']);
  });

  it('serves the last good file for five minutes while the present one is broken, says so once, then nothing', async () => {
    await write(tenant('cv'));
    const read = reader();
    await read();
    await write('version: 1\ntenants: { cv: { member: [] } }\n');
    for (nowMs of [60_000, 200_000, 300_000]) {
      expect([...(await read()).tenants.keys()]).toEqual(['cv']);
    }
    expect(troubles.map(({ code, message }) => [code, message])).toEqual([
      [
        'POLICY_INVALID',
        expect.stringMatching(/tenants\.yaml:2:\d+: tenants\.cv\.member is not a key/),
      ],
    ]);
    nowMs = 300_001;
    await expect(read()).rejects.toMatchObject({ code: 'POLICY_INVALID' });
  });

  it('sees at once that the file was mended', async () => {
    await write(tenant('cv'));
    const read = reader();
    await read();
    await rm(path);
    nowMs = 400_000;
    await expect(read()).rejects.toMatchObject({ code: 'POLICY_UNREACHABLE' });
    await write(tenant('risk'));
    expect([...(await read()).tenants.keys()]).toEqual(['risk']);
  });

  it('denies from the start where there is no file, and names it', async () => {
    await expect(reader()()).rejects.toThrow(
      new RegExp(`the tenants file ${path} can't be read: .*ENOENT`),
    );
  });

  it('reads once for all who ask at once', async () => {
    await write(tenant('cv'));
    const read = reader();
    const [one, other] = await Promise.all([read(), read()]);
    expect(one).toBe(other);
  });
});
