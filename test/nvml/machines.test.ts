import { bundle } from '../exporter/support/program.js';
import type { Scrape } from '../exporter/support/scrape.js';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { breaches } from './support/law.js';
import { startRig, watch, type Rig, type RigOptions, type Watching } from './support/rig.js';
import { fakePod, factsOf, newPid, ofPod, ofUser, scriptedOf } from './support/world.js';
import type { FakeGpuProcess } from './support/world.js';
import { GIB, gpuUuid, hopper, slice } from './stub.js';

let programs: TemporaryFolder;
let program: string;
let rig: Rig;
let running: Watching;

beforeAll(async () => {
  programs = await temporaryFolder('nvml-machines');
  program = await bundle(programs.path);
});
afterAll(() => programs.remove());
afterEach(async () => {
  await running.end('SIGKILL');
  const counts = [...(await rig.stub.counts()).values()];
  await rig.end();
  expect(counts.map(({ misuses }) => misuses)).toEqual(counts.map(() => 0));
});

async function start(options: RigOptions): Promise<void> {
  rig = await startRig(options);
  running = await watch(program, rig);
}

const looked = (): Promise<Scrape> =>
  running.until(
    'a whole look',
    ({ value }) => (value('gpu_account_allocated_seconds_total') ?? 0) > 0,
  );

const oneGpu = (processes: readonly FakeGpuProcess[]) => ({
  driver: '580.82.07',
  gpus: [hopper(0, { processes: scriptedOf(processes), sampleEvery: 0.1 })],
});

const unplaced = (seen: Scrape, reason: string): number =>
  seen.value('gpuscope_exporter_unplaced_processes', { reason }) ?? 0;

const used = (seen: Scrape, labels: Readonly<Record<string, string>>): number | undefined =>
  seen.value('gpu_workload_memory_used_bytes', labels);

describe('a machine without Kubernetes', () => {
  it('names users, system units and Slurm jobs, each with what is theirs', async () => {
    const processes = [
      ofUser({ uid: 0, cgroup: '0::/user.slice/user-0.slice/session-3.scope\n' }, use(8, 30)),
      ofUser({ uid: 54_321, cgroup: '0::/user.slice/user-54321.slice/session-4.scope\n' }, use(4)),
      ofUser({ uid: 997, cgroup: '0::/system.slice/vllm.service\n' }, use(16, 20)),
      ofUser(
        { uid: 54_322, cgroup: '0::/system.slice/slurmstepd.scope/job_77/step_0/user/task_0\n' },
        use(2, 10),
      ),
    ];
    await start({ scenario: oneGpu(processes), processes: factsOf(processes), identity: {} });
    const seen = await looked();
    expect(used(seen, { user: 'root' })).toBe(8 * GIB);
    // Nobody of that number is known: the number is the name.
    expect(used(seen, { user: '54321' })).toBe(4 * GIB);
    expect(used(seen, { systemd_unit: 'vllm.service', app: 'vllm' })).toBe(16 * GIB);
    expect(used(seen, { hpc_job: '77', user: '54322' })).toBe(2 * GIB);
    const percent = (labels: Readonly<Record<string, string>>) =>
      seen.value('gpu_workload_utilization_ratio', labels);
    expect(percent({ user: 'root' })).toBeCloseTo(0.3, 1);
    expect(percent({ user: '54321' })).toBe(0);
    expect(percent({ hpc_job: '77' })).toBeCloseTo(0.1, 1);
    expect(breaches(seen.samples)).toEqual([]);
  });

  it('adds up a user’s processes', async () => {
    const mine = { uid: 0, cgroup: '0::/user.slice/user-0.slice/session-3.scope\n' };
    const theirs = { uid: 54_321, cgroup: '0::/user.slice/user-54321.slice/session-4.scope\n' };
    const processes = [use(3), use(5), use(7)].map((one) => ofUser(mine, one));
    const all = [...processes, ofUser(theirs, use(1))];
    await start({ scenario: oneGpu(all), processes: factsOf(all), identity: {} });
    expect(used(await looked(), { user: 'root' })).toBe(15 * GIB);
  });
});

const use = (gib: number, busy = 0) => ({ memory: gib * GIB, busy });

describe('processes that can’t be placed', () => {
  it('are counted by reason, and their use is nobody’s', async () => {
    const pod = fakePod('team-a', 'train');
    const placed = ofPod(pod, use(8, 20));
    const all = [
      placed,
      ofPod(fakePod('team-x', 'unheard-of'), use(4, 10)),
      // It exists, and this /proc hides it.
      ofUser({}, use(2, 10), process.pid),
      ofUser({}, use(1), newPid()),
    ];
    const known = all.filter(({ scripted }) => scripted.memory !== 2 * GIB);
    const processes = factsOf(known.slice(0, 2));
    await start({ scenario: oneGpu(all), processes, pods: [pod] });
    const seen = await looked();
    expect(unplaced(seen, 'hidden')).toBe(1);
    expect(unplaced(seen, 'ended')).toBe(1);
    expect(unplaced(seen, 'unknown_pod')).toBe(1);
    expect(used(seen, { pod: 'train' })).toBe(8 * GIB);
    const nobodys = seen.samples
      .filter(({ name }) => name === 'gpu_unattributed_memory_used_bytes')
      .reduce((sum, { value }) => sum + value, 0);
    expect(nobodys).toBe(7 * GIB);
    expect(breaches(seen.samples)).toEqual([]);
  });

  it('in a container without the host’s processes: the holder says so, and nothing is called free', async () => {
    await start({
      scenario: oneGpu([]),
      namespace: 'pid:[4026532999]',
      pods: [],
    });
    const seen = await running.until(
      'the holder refuses',
      ({ value }) => value('gpuscope_exporter_holder_up', { holder: 'processes' }) === 0,
    );
    expect(seen.value('gpu_temperature_celsius', { gpu: '0' })).toBe(54);
    expect(seen.value('gpu_unattributed_allocated_ratio', { reason: 'free' }) ?? 0).toBe(0);
    expect(seen.value('gpu_unattributed_allocated_ratio', { reason: 'unknown' })).toBe(1);
    const words = running.log.map((line) => JSON.stringify(line)).join('\n');
    expect(words).toMatch(/hostPID/);
  });
});

describe('GPU instances', () => {
  it('each is its pod’s by memory and activity; a shared one’s activity by share', async () => {
    const [alone, first, second] = ['alone', 'first', 'second'].map((name) =>
      fakePod('team-a', name),
    ) as [ReturnType<typeof fakePod>, ReturnType<typeof fakePod>, ReturnType<typeof fakePod>];
    const all = [
      ofPod(alone, { memory: 6 * GIB, gpuInstance: 1 }),
      ofPod(first, { memory: 3 * GIB, gpuInstance: 5 }),
      ofPod(second, { memory: 1 * GIB, gpuInstance: 5 }),
    ];
    const gpu = hopper(0, {
      mig: true,
      instances: [slice(0, 1, { engineActive: 80 }), slice(0, 5, { engineActive: 60 })],
      processes: scriptedOf(all),
    });
    await start({
      scenario: { driver: '580.82.07', gpus: [gpu] },
      processes: factsOf(all),
      pods: [alone, first, second],
    });
    const seen = await looked();
    const instance = { uuid: gpuUuid(0), gpu_instance: '1', mig_profile: '1g.10gb' };
    expect(seen.value('gpu_utilization_ratio', instance)).toBeCloseTo(0.8, 6);
    expect(seen.value('gpu_workload_utilization_ratio', { ...instance, pod: 'alone' })).toBeCloseTo(
      0.8,
      6,
    );
    expect(used(seen, { pod: 'alone' })).toBe(6 * GIB);
    expect(used(seen, { pod: 'first', gpu_instance: '5' })).toBe(3 * GIB);
    expect(used(seen, { pod: 'second', gpu_instance: '5' })).toBe(1 * GIB);
    for (const pod of ['first', 'second']) {
      expect(seen.value('gpu_workload_utilization_ratio', { pod })).toBeCloseTo(0.3, 6);
      const methods = { utilization_method: 'share', memory_method: 'process' };
      expect(seen.value('gpu_workload_info', { pod, ...methods })).toBe(1);
    }
    // The board's own figures come once, not per instance.
    expect(seen.samples.filter(({ name }) => name === 'gpu_power_watts')).toHaveLength(1);
    expect(breaches(seen.samples)).toEqual([]);
  });

  it('follow a reconfiguration while the exporter runs', async () => {
    const pod = fakePod('team-a', 'train');
    const train = ofPod(pod, { memory: 6 * GIB, gpuInstance: 2 });
    const divided = (...instances: readonly number[]) => ({
      driver: '580.82.07',
      gpus: [
        hopper(0, {
          mig: true,
          instances: instances.map((one) => slice(0, one)),
          processes: scriptedOf([train]),
        }),
      ],
    });
    await start({ scenario: divided(1, 2), processes: factsOf([train]), pods: [pod] });
    const before = await looked();
    expect(before.value('gpu_memory_total_bytes', { gpu_instance: '1' })).toBeGreaterThan(0);
    await rig.stub.set(divided(2, 3, 4));
    const after = await running.until(
      'the new instances',
      ({ value }) => value('gpu_sm_active_ratio', { gpu_instance: '4' }) !== undefined,
    );
    expect(after.value('gpu_memory_total_bytes', { gpu_instance: '1' })).toBeUndefined();
    expect(after.value('gpu_sm_active_ratio', { gpu_instance: '3' })).toBeCloseTo(0.35, 6);
    expect(used(after, { pod: 'train', gpu_instance: '2' })).toBe(6 * GIB);
    // And back to a GPU without instances.
    await rig.stub.set({
      driver: '580.82.07',
      gpus: [hopper(0, { processes: [{ ...train.scripted, gpuInstance: 0 }] })],
    });
    const isWhole = ({ samples }: Scrape): boolean =>
      samples.some(
        ({ name, labels }) => name === 'gpu_utilization_ratio' && !labels.has('gpu_instance'),
      );
    const whole = await running.until('the GPU as a whole', isWhole);
    expect(whole.value('gpu_sm_active_ratio', { gpu_instance: '4' })).toBeUndefined();
    const parts = whole.samples.filter(({ name }) => name === 'gpu_workload_memory_used_bytes');
    expect(parts.map(({ labels, value }) => [labels.get('pod'), value])).toEqual([
      ['train', 6 * GIB],
    ]);
  });
});
