import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../../../test/servers/temporaryFolder.js';
import { finish, startLoad } from './programs.js';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder('programs');
});
afterAll(() => folder.remove());

const order = {
  name: 'two-1',
  cuda: 'libcuda.so.1',
  device: 0,
  duty: 1,
  memoryBytes: 0,
  periodMs: 200,
};

async function program(text: string): Promise<string> {
  const file = join(folder.path, `${Math.random()}.mjs`);
  await writeFile(file, text);
  return file;
}

const shell = (script: string) => finish('sh', ['-c', script], { EXTRA: 'extra' });

describe('finish', () => {
  it('gives what a program printed, and its complaints where it failed', async () => {
    expect(await shell('echo $EXTRA; echo noise >&2')).toEqual({ ok: true, text: 'extra\n' });
    expect(await shell('echo out; echo why >&2; exit 3')).toEqual({
      ok: false,
      text: 'out\nwhy\n',
    });
  });

  it('names a program that is not there', async () => {
    const { ok, text } = await finish('/no/such/program', []);
    expect(ok).toBe(false);
    expect(text).toMatch(/^\/no\/such\/program can't be started: .*ENOENT/);
  });
});

describe('startLoad', () => {
  it('waits until the load works, and has its log at the end', async () => {
    const file = await program(`
      const order = JSON.parse(process.argv[3]);
      console.log('ready');
      process.stdin.on('end', () => console.log(JSON.stringify({ name: order.name }))).resume();
    `);
    const load = await startLoad(file, order);
    expect(await load.end()).toEqual({ name: 'two-1' });
  });

  it('says in the load’s own words why it could not begin', async () => {
    const file = await program("console.error('cuInit answered CUresult 100'); process.exit(1);");
    await expect(startLoad(file, order)).rejects.toThrow(
      'load two-1: cuInit answered CUresult 100',
    );
  });
});
