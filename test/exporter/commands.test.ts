import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { healthy } from './support/dcgm.js';
import { bundle, finish } from './support/program.js';

let folder: TemporaryFolder;
let program: string;
let replay: string;

beforeAll(async () => {
  folder = await temporaryFolder('exporter-commands');
  program = await bundle(folder.path);
  replay = join(folder.path, 'synthetic.prom');
  await writeFile(replay, healthy());
}, 60_000);
afterAll(() => folder.remove());

describe('the bundle', () => {
  it('needs nothing but Node: no node_modules, no environment', async () => {
    const { status, out, err } = await finish(program, ['--version']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [['--help'], 0],
    [['serve', '--help'], 0],
    [[], 2],
    [['sevre'], 2],
    [['render', '--replay'], 2],
    [['render', '--replay', '/no/such/file'], 1],
    [['check-config', '--config', '/no/such/file'], 1],
    [['check-metrics', '/no/such/file'], 2],
  ])('%j ends with %d', async (args, status) => {
    expect((await finish(program, args)).status).toBe(status);
  });
});

describe('render', () => {
  it('prints legible series on standard output and nothing else', async () => {
    const { status, out, err } = await finish(program, ['render', '--replay', replay]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('gpu_workload_allocated_ratio');
    expect((await finish(program, ['check-metrics', '-'], out)).status).toBe(0);
  });

  it('prints all of a large page before it ends', async () => {
    const many = Array.from({ length: 3_000 }, (_, gpu) =>
      healthy().replaceAll('000000000001', String(gpu).padStart(12, '0')),
    );
    const file = join(folder.path, 'synthetic-large.prom');
    await writeFile(file, many.join(''));
    const { out } = await finish(program, ['render', '--replay', file, '--format', 'openmetrics']);
    expect(out.length).toBeGreaterThan(1_000_000);
    expect(out.endsWith('# EOF\n')).toBe(true);
  }, 30_000);

  it('does not complain when its reader has had enough', async () => {
    const file = join(folder.path, 'synthetic-large.prom');
    const child = spawn(process.execPath, [program, 'render', '--replay', file]);
    child.stdout.once('data', () => child.stdout.destroy());
    const err = await text(child.stderr);
    expect(err).toBe('');
  }, 30_000);
});

describe('check-metrics', () => {
  it('reads a pipe and tells where the faults are', async () => {
    const { status, out } = await finish(program, ['check-metrics', '-'], 'a 1\nb{x=1} 2\n');
    expect(status).toBe(1);
    expect(out).toMatch(/^<stdin>:2:\d+: .* \[[a-z_]+\]\n$/);
  });
});

describe('check-config', () => {
  it('reads the environment that the file names', async () => {
    const config = join(folder.path, 'gpuscope.yaml');
    await writeFile(
      config,
      `version: 1\ncluster: c1\nexporter: { node: "\${NODE_NAME}", pods: none, holders: [dcgmLabels], sources: [{ replay: { file: "${replay}" } }] }\n`,
    );
    const unset = await finish(program, ['check-config', '--config', config]);
    expect(unset.status).toBe(1);
    expect(unset.err).toMatch(/gpuscope\.yaml:3:\d+: exporter\.node .*NODE_NAME/);
    const set = await finish(program, ['check-config', '--config', config], '', {
      NODE_NAME: 'gpu-1',
    });
    expect(set.status).toBe(0);
    expect(set.out).toContain('ok     source replay: answers, 1 GPUs');
  });
});
