import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Report } from '../../scripts/gpu/src/report.js';
import { mustRun } from '../servers/command.js';
import { repositoryRoot } from '../servers/repository.js';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { gpuUuid, hopper, startStub, type Scenario, type Stub } from './stub.js';

let folder: TemporaryFolder;
let stub: Stub;
beforeAll(async () => {
  folder = await temporaryFolder('gpu-script');
  stub = await startStub(folder.path, { driver: '580.82.07', gpus: [hopper(0)] });
  const source = join(repositoryRoot(), 'test/nvml/cuda/stub.c');
  await mustRun('gcc', ['-shared', '-fPIC', '-o', join(folder.path, 'libcuda.so.1'), source]);
});
afterAll(() => folder.remove());

const at = (name: string) => join(folder.path, name);

/** Answers as the stub of NVML does, but for one figure. */
async function fakeSmi(wattsToo: number): Promise<void> {
  const { temperature, memoryTemperature, smClock, memoryClock } = hopper(0).figures;
  const cells: Record<string, unknown> = {
    index: 0,
    uuid: gpuUuid(0),
    name: hopper(0).name,
    driver_version: '580.82.07',
    'temperature.gpu': temperature,
    'temperature.memory': memoryTemperature,
    'clocks.sm': smClock,
    'clocks.mem': memoryClock,
    'power.draw': 300 + wattsToo,
    'enforced.power.limit': 700,
  };
  const script = `#!${process.execPath}
const cells = ${JSON.stringify(cells)};
const [query = ''] = process.argv.slice(2);
if (query === '-L') { console.log('GPU 0: Synthetic'); process.exit(0); }
const fields = query.replace('--query-gpu=', '').split(',');
if (fields.includes('memory.reserved')) {
  console.log('Field "memory.reserved" is not a valid field to query.');
  process.exit(2);
}
console.log(fields.map((field) => cells[field] ?? '[N/A]').join(', '));
`;
  await writeFile(at('nvidia-smi'), script, { mode: 0o755 });
}

interface Order {
  readonly duty: number;
  readonly memoryBytes: number;
}

/** What the loads that are running were told, by their process ids. */
async function loadsNow(): Promise<(Order & { readonly pid: number })[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      const [, , word, order] = text.split('\0');
      if (word !== 'load' || order?.includes(at('libcuda.so.1')) !== true) return [];
      return [{ pid: Number(pid), ...(JSON.parse(order) as Order) }];
    }),
  );
  return found.flat();
}

/** Has the stub tell of the loads what a driver would. */
async function tellOfLoads(until: Promise<unknown>): Promise<void> {
  let done = false;
  void until.finally(() => (done = true)).catch(() => undefined);
  let told = '';
  while (!done) {
    const loads = await loadsNow();
    const processes = loads.map(({ pid, duty, memoryBytes }) => ({
      pid,
      busy: 100 * duty,
      memory: memoryBytes,
    }));
    const next = JSON.stringify(processes);
    if (next !== told)
      await stub.change((now: Scenario) => ({ ...now, gpus: [hopper(0, { processes })] }));
    told = next;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function measure(out: string, only: string, cuda = at('libcuda.so.1')) {
  const script = join(repositoryRoot(), 'scripts/gpu/measure.mjs');
  const files = ['--cuda', cuda, '--library', stub.library, '--smi', at('nvidia-smi')];
  const args = [script, '--out', at(out), '--seconds', '10', '--only', only, ...files];
  const running = promisify(execFile)(process.execPath, args, {
    env: { ...process.env, ...stub.env },
  }).then(
    () => 0,
    (error: { code?: number; stderr?: string }) => error.code ?? error.stderr,
  );
  await tellOfLoads(running);
  const status = await running;
  const report = JSON.parse(await readFile(join(at(out), 'report.json'), 'utf8')) as Report;
  return { status, report };
}

describe('node scripts/gpu/measure.mjs', () => {
  it('makes loads, records them, finds attribution within its bounds, and tells what it could not have', async () => {
    await fakeSmi(0);
    const { status, report } = await measure('well', 'two,mig');
    const [two, mig] = report.scenarios;
    expect(report.idle.filter(({ verdict }) => verdict === 'differs')).toEqual([]);
    expect(report.idle.filter(({ verdict }) => verdict === 'same').length).toBeGreaterThan(4);
    expect(two?.attribution).toMatchObject({ contended: true, seesProcesses: true });
    expect(two?.attribution?.loads.map(({ truePart }) => truePart)).toEqual([
      expect.closeTo(2 / 3, 1) as number,
      expect.closeTo(1 / 3, 1) as number,
    ]);
    expect(two?.attribution?.loads.map(({ error = 1 }) => error < 0.05)).toEqual([true, true]);
    expect(mig?.skipped).toContain('no MIG instance');
    expect(status).toBe(0);
    expect((await readdir(at('well'))).sort()).toEqual([
      'report.json',
      'report.md',
      'two.jsonl.gz',
    ]);
    expect(await loadsNow()).toEqual([]);
  }, 180_000);

  it('fails where a figure is not nvidia-smi’s', async () => {
    await fakeSmi(200);
    const { status, report } = await measure('differs', 'mig');
    expect(status).toBe(1);
    expect(report.idle.filter(({ verdict }) => verdict === 'differs')).toMatchObject([
      { metric: 'gpu_power_watts', ours: 300, theirs: 500 },
    ]);
  }, 120_000);

  it('still compares figures where no load can be made, and says why none can', async () => {
    await fakeSmi(0);
    const { status, report } = await measure('no-cuda', 'one-30', at('no-such-libcuda.so'));
    expect(status).toBe(1);
    expect(report.idle.some(({ verdict }) => verdict === 'same')).toBe(true);
    expect(report.scenarios[0]?.failure).toMatch(/No load can be made here: .*no-such-libcuda/);
  }, 120_000);
});
