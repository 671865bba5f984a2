import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseGpustat } from './jobFile.js';
import { readJobFolder } from './jobFolder.js';
import { newFolder, removeFolders } from './testing.js';

afterAll(removeFolders);

function folder(files: Readonly<Record<string, string>>): string {
  const path = newFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

describe('readJobFolder', () => {
  it('reads a file per device', async () => {
    const path = folder({ '0': '7 1000\n', '1': '', 'GPU-ab': '7 1000\n', '.swp': 'x' });
    expect(await readJobFolder(path, parseGpustat)).toEqual({
      exists: true,
      devices: [
        { device: { by: 'index', index: 0 }, jobs: [{ job: '7', uid: 1000 }] },
        { device: { by: 'index', index: 1 }, jobs: [] },
        { device: { by: 'uuid', uuid: 'GPU-ab' }, jobs: [{ job: '7', uid: 1000 }] },
      ],
      problems: [],
    });
  });

  it('is no problem where there is no folder', async () => {
    const none = { exists: false, devices: [], problems: [] };
    expect(await readJobFolder('/no/such/folder', parseGpustat)).toEqual(none);
  });

  it('names a folder that is none', async () => {
    const file = join(folder({ gpustat: '' }), 'gpustat');
    const { exists, problems } = await readJobFolder(file, parseGpustat);
    expect(exists).toBe(true);
    expect(problems).toEqual([expect.stringContaining(file)]);
  });

  it('names files that say nothing it knows, and reads the others', async () => {
    const path = folder({ '0': '7 1000\n', notes: 'hello' });
    const { devices, problems } = await readJobFolder(path, parseGpustat);
    expect(devices).toHaveLength(1);
    expect(problems).toEqual([join(path, 'notes')]);
  });

  it('does not believe a file that anybody may write to', async () => {
    const path = folder({ '0': '7 1000\n', '1': '8 1001\n' });
    chmodSync(join(path, '1'), 0o666);
    const { devices, problems } = await readJobFolder(path, parseGpustat);
    expect(devices.map(({ jobs }) => jobs[0]?.job)).toEqual(['7']);
    expect(problems).toEqual([`${join(path, '1')}: others than root may write to it`]);
  });

  it('does not believe a folder in which others may give files another name', async () => {
    const path = folder({ '0': '7 1000\n' });
    const asked = async (mode: number): Promise<readonly string[]> => {
      chmodSync(path, mode);
      return (await readJobFolder(path, parseGpustat)).problems;
    };
    expect(await asked(0o777)).toEqual([`${path}: others than root may write to it`]);
    expect(await asked(0o1777)).toEqual([]);
    expect(await asked(0o755)).toEqual([]);
  });

  it('opens neither pipes nor links nor folders', async () => {
    const path = folder({ '0': '7 1000\n' });
    execFileSync('mkfifo', [join(path, '1')]);
    symlinkSync('/etc/passwd', join(path, '2'));
    mkdirSync(join(path, '3'));
    const { devices } = await readJobFolder(path, parseGpustat);
    expect(devices).toHaveLength(1);
  });

  it('reads a bounded part of a file and of a folder', async () => {
    const files = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [String(i), '7 1\n']));
    const path = folder({ ...files, '0': '7 1\n'.repeat(100_000) });
    const { devices } = await readJobFolder(path, parseGpustat);
    expect(devices).toHaveLength(512);
    expect(devices[0]?.jobs).toHaveLength(4096);
  });
});
