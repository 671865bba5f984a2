import { parseExposition, type Sample } from '@gpuscope/aggregation';
import { bundle, finish } from '../exporter/support/program.js';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { breaches } from './support/law.js';
import { startRig } from './support/rig.js';
import { fakePod, factsOf, ofPod, scriptedOf } from './support/world.js';
import { STUB_DRIVERS, type StubDriver } from './library.js';
import { GIB, hopper, slice } from './stub.js';
import type { ScriptedGpu } from './stub.js';

let programs: TemporaryFolder;
let program: string;

beforeAll(async () => {
  programs = await temporaryFolder('nvml-drivers');
  program = await bundle(programs.path);
});
afterAll(() => programs.remove());

const [first, second] = [fakePod('team-a', 'first'), fakePod('team-b', 'second')];

/** One look by `render` at one GPU; two pods' processes run on it. */
async function render(driver: StubDriver, gpu: Partial<ScriptedGpu>): Promise<readonly Sample[]> {
  const instances = gpu.instances ?? [];
  const place = instances.length > 0 ? { gpuInstance: 3 } : {};
  const processes = [
    ofPod(first, { memory: 6 * GIB, busy: 40, ...place }),
    ofPod(second, { memory: 2 * GIB, busy: 10, ...place }),
  ];
  const chip = hopper(0, { ...gpu, processes: scriptedOf(processes), sampleEvery: 0.05 });
  const rig = await startRig({
    scenario: { driver: `${driver}.57.02`, gpus: [chip] },
    driver,
    processes: factsOf(processes),
    pods: [first, second],
    interval: 30,
  });
  const args = ['render', '--config', rig.config];
  const { status, out, err } = await finish(program, args, '', rig.stub.env);
  const counts = [...(await rig.stub.counts()).values()];
  await rig.end();
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(counts.map(({ misuses }) => misuses)).toEqual([0]);
  return parseExposition(out).samples;
}

const valueOf = (
  samples: readonly Sample[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined =>
  samples.find(
    (one) =>
      one.name === name &&
      Object.entries(labels).every(([key, text]) => one.labels.get(key) === text),
  )?.value;

describe.each(STUB_DRIVERS)('driver %i', (driver) => {
  it('a shared GPU: figures, and each pod’s part by its processes', async () => {
    const samples = await render(driver, {});
    expect(valueOf(samples, 'gpu_info', { driver_version: `${driver}.57.02` })).toBe(1);
    expect(valueOf(samples, 'gpu_temperature_celsius')).toBe(54);
    expect(valueOf(samples, 'gpu_power_watts')).toBe(300);
    const memory = 'gpu_workload_memory_used_bytes';
    const percent = 'gpu_workload_utilization_ratio';
    if (driver >= 510) {
      expect(valueOf(samples, 'gpu_memory_used_bytes')).toBe(8 * GIB);
      expect(valueOf(samples, 'gpu_memory_reserved_bytes')).toBe(0.5 * GIB);
    } else {
      // What is reserved is part of what is used there.
      expect(valueOf(samples, 'gpu_memory_used_bytes')).toBe(8.5 * GIB);
      expect(valueOf(samples, 'gpu_memory_reserved_bytes')).toBeUndefined();
    }
    expect(valueOf(samples, memory, { pod: 'first' })).toBe(6 * GIB);
    expect(valueOf(samples, memory, { pod: 'second' })).toBe(2 * GIB);
    expect(valueOf(samples, percent, { pod: 'first' })).toBeCloseTo(0.4, 1);
    expect(valueOf(samples, percent, { pod: 'second' })).toBeCloseTo(0.1, 1);
    // The profiling figures came with GPM, in 520.
    expect(valueOf(samples, 'gpu_sm_active_ratio')).toBe(driver >= 520 ? 0.4 : undefined);
    expect(breaches(samples)).toEqual([]);
  });

  it('an instance that two pods share', async () => {
    const samples = await render(driver, { mig: true, instances: [slice(0, 3), slice(0, 4)] });
    const instance = { gpu_instance: '3', mig_profile: '1g.10gb' };
    const memory = 'gpu_workload_memory_used_bytes';
    expect(valueOf(samples, memory, { ...instance, pod: 'first' })).toBe(6 * GIB);
    expect(valueOf(samples, memory, { ...instance, pod: 'second' })).toBe(2 * GIB);
    const active = valueOf(samples, 'gpu_sm_active_ratio', instance);
    expect(active).toBe(driver >= 525 ? 0.35 : undefined);
    expect(breaches(samples)).toEqual([]);
  });
});
