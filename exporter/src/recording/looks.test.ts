import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../../../test/servers/temporaryFolder.js';
import { readLooks } from './looks.js';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder('looks');
});
afterAll(() => folder.remove());

describe('readLooks', () => {
  it('gives each look at NVML once, in order, the last one too', async () => {
    const file = join(folder.path, 'r.jsonl');
    const look = (atMs: number) => ({ atMs, devices: [], lost: [] });
    const lines = [
      { gpuscope: 'recording', version: 2 },
      { t: 1, exposition: 'a 1\n' },
      { t: 2, nvml: look(2) },
      { t: 3, exposition: 'a 2\n' },
      { t: 4, source: 'nvml', change: { fields: { atMs: { to: 4 } } } },
    ];
    await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    expect((await readLooks(file)).map(({ atMs }) => atMs)).toEqual([2, 4]);
  });
});
