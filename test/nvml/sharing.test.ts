import { bundle } from '../exporter/support/program.js';
import type { Scrape } from '../exporter/support/scrape.js';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { breaches } from './support/law.js';
import { startRig, watch, type Rig, type Watching } from './support/rig.js';
import { fakePod, factsOf, ofPod, ofUser, scriptedOf } from './support/world.js';
import type { FakeGpuProcess } from './support/world.js';
import { GIB, hopper } from './stub.js';
import type { ScriptedGpu } from './stub.js';

const [steady, bursts] = [fakePod('team-a', 'steady'), fakePod('team-b', 'bursts')];

let programs: TemporaryFolder;
let program: string;
let rig: Rig;
let running: Watching;

beforeAll(async () => {
  programs = await temporaryFolder('nvml-sharing');
  program = await bundle(programs.path);
});
afterAll(() => programs.remove());
afterEach(async () => {
  await running.end('SIGKILL');
  await rig.end();
});

async function start(
  processes: readonly FakeGpuProcess[],
  more: Partial<ScriptedGpu> = {},
): Promise<void> {
  const gpu = hopper(0, { processes: scriptedOf(processes), sampleEvery: 0.05, ...more });
  rig = await startRig({
    scenario: { driver: '580.82.07', gpus: [gpu] },
    processes: factsOf(processes),
    pods: [steady, bursts],
  });
  running = await watch(program, rig);
}

const part = (seen: Scrape, pod: string, metric = 'utilization_ratio'): number =>
  seen.value(`gpu_workload_${metric}`, { pod }) ?? NaN;

/** The stub's own clock begins before the program is up: bursts go on for longer than a test takes. */
const SECONDS = 90;
const EACH = 0.25;

/** One process after another, each of which lives a part of its quarter of a second. */
const oneAfterAnother = (part: number, busy: number): FakeGpuProcess[] =>
  Array.from({ length: SECONDS / EACH }, (_, index) => {
    const from = index * EACH;
    return ofPod(bursts, { memory: 2 * GIB, busy, from, until: from + part * EACH });
  });

describe('processes that come and go between two cycles', () => {
  it.each(['mean', 'each'] as const)(
    'are their pod’s for as long as they ran, where the driver tells utilisation as %s',
    async (telling) => {
      const always = ofPod(steady, { memory: 4 * GIB, busy: 10 });
      await start([always, ...oneAfterAnother(0.6, 80)], { telling });
      const charged = (seen: Scrape): boolean =>
        (seen.value('gpu_account_active_seconds_total', { app: 'bursts' }) ?? 0) > 0;
      const seen = await running.until('a whole interval', charged);
      // 80 % for six tenths of the time.
      expect(Math.abs(part(seen, 'bursts') - 0.48)).toBeLessThan(0.1);
      expect(Math.abs(part(seen, 'steady') - 0.1)).toBeLessThan(0.03);
      expect(breaches(seen.samples)).toEqual([]);
    },
  );

  it('samples that no process can have are left out', async () => {
    const both = [
      ofPod(steady, { memory: 4 * GIB, busy: 20 }),
      ofPod(bursts, { memory: 4 * GIB, busy: 40 }),
    ];
    await start(both, { garbage: true });
    const seen = await running.until('both pods', (page) => part(page, 'bursts') > 0);
    expect(part(seen, 'steady')).toBeCloseTo(0.2, 1);
    expect(part(seen, 'bursts')).toBeCloseTo(0.4, 1);
    expect(breaches(seen.samples)).toEqual([]);
  });
});

describe('MPS', () => {
  it('clients share by what they hold, the server is nobody’s workload', async () => {
    const clients = [
      ofPod(steady, { kind: 'mps', memory: 4 * GIB, busy: 60 }),
      ofPod(bursts, { kind: 'mps', memory: 2 * GIB, busy: 10 }),
    ];
    const server = ofUser(
      { command: 'nvidia-cuda-mps', cgroup: '0::/system.slice/mps.service\n' },
      { memory: 0.25 * GIB },
    );
    await start([...clients, server]);
    const seen = await running.until('both pods', (page) => part(page, 'bursts') > 0);
    for (const pod of ['steady', 'bursts']) {
      expect(part(seen, pod)).toBeCloseTo(0.35, 2);
      expect(seen.value('gpu_workload_info', { pod, utilization_method: 'share' })).toBe(1);
    }
    expect(seen.value('gpu_holders', { gpu: '0' })).toBe(2);
    expect(breaches(seen.samples)).toEqual([]);
  });
});
