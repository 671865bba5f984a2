import type { RequestListener } from 'node:http';
import { startDcgm, type Dcgm } from '../exporter/support/dcgm.js';
import { bundle } from '../exporter/support/program.js';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { breaches } from './support/law.js';
import { startRig, watch, type Rig, type Watching } from './support/rig.js';
import { fakePod, factsOf, ofPod, scriptedOf } from './support/world.js';
import { GIB, gpuUuid, hopper } from './stub.js';

const [busy, calm] = [fakePod('team-a', 'busy'), fakePod('team-b', 'calm')];
const processes = [
  ofPod(busy, { memory: 8 * GIB, busy: 60 }),
  ofPod(calm, { memory: 4 * GIB, busy: 15 }),
];

/** As dcgm-exporter 4.x writes for a shared GPU without its flag for virtual GPUs: one arbitrary pod has it all. */
const LABELS = `gpu="0",UUID="${gpuUuid(0)}",pci_bus_id="00000000:18:00.0",device="nvidia0",modelName="NVIDIA H100 80GB HBM3",Hostname="gpu-1",container="main",namespace="team-b",pod="calm"`;

const USED_MIB = 12_800;

/** % at the moment at which DCGM looked; over any window it is the sum of what both do. */
const MOMENT = 20;

const answer: RequestListener = (_, response) => {
  response
    .setHeader('content-type', 'text/plain; version=0.0.4')
    .end(
      [
        `DCGM_FI_DEV_GPU_UTIL{${LABELS}} ${MOMENT}`,
        `DCGM_FI_DEV_FB_USED{${LABELS}} ${USED_MIB}`,
        `DCGM_FI_DEV_POWER_USAGE{${LABELS}} 450`,
        `DCGM_FI_DEV_GPU_TEMP{${LABELS}} 71`,
        '',
      ].join('\n'),
    );
};

let programs: TemporaryFolder;
let dcgm: Dcgm;
let rig: Rig;
let running: Watching;

beforeAll(async () => {
  programs = await temporaryFolder('nvml-dcgm');
  const program = await bundle(programs.path);
  dcgm = await startDcgm();
  dcgm.answer = answer;
  rig = await startRig({
    scenario: {
      driver: '580.82.07',
      gpus: [hopper(0, { processes: scriptedOf(processes), sampleEvery: 0.1 })],
    },
    processes: factsOf(processes),
    pods: [busy, calm],
    sources: [{ dcgm: { url: dcgm.url } }],
  });
  running = await watch(program, rig);
});
afterAll(async () => {
  await running.end('SIGKILL');
  await dcgm.die();
  await rig.end();
  await programs.remove();
});

describe('the holder processes beside the source dcgm', () => {
  it('DCGM says what the GPU does, NVML whose it is', async () => {
    const seen = await running.until(
      'both',
      ({ value }) => value('gpu_workload_memory_used_bytes', { pod: 'busy' }) !== undefined,
    );
    expect(seen.value('gpu_temperature_celsius')).toBe(71);
    expect(seen.value('gpu_power_watts')).toBe(450);
    const part = (metric: string, pod: string) => seen.value(`gpu_workload_${metric}`, { pod });
    expect(part('memory_used_bytes', 'busy')).toBe(8 * GIB);
    expect(part('memory_used_bytes', 'calm')).toBe(4 * GIB);
    // DCGM's moment was a low one: nobody loses by it what he did over the window.
    expect(seen.value('gpu_utilization_ratio', { uuid: gpuUuid(0) })).toBeCloseTo(0.75, 2);
    expect(part('utilization_ratio', 'busy')).toBeCloseTo(0.6, 2);
    expect(part('utilization_ratio', 'calm')).toBeCloseTo(0.15, 2);
    // What no process has: the driver's own.
    const overhead = { reason: 'overhead' };
    expect(seen.value('gpu_unattributed_memory_used_bytes', overhead)).toBe(
      USED_MIB * 2 ** 20 - 12 * GIB,
    );
    expect(breaches(seen.samples)).toEqual([]);
  });

  it('goes on without NVML: DCGM’s figures stay, the holder is down', async () => {
    await rig.stub.change((world) => ({ ...world, unloaded: true }));
    const seen = await running.until(
      'the holder is down',
      ({ value }) => value('gpuscope_exporter_holder_up', { holder: 'processes' }) === 0,
    );
    expect(seen.value('gpuscope_exporter_source_up', { source: 'dcgm' })).toBe(1);
    expect(seen.value('gpu_temperature_celsius')).toBe(71);
    // Nothing measures the window any more: the device does what DCGM says.
    expect(seen.value('gpu_utilization_ratio', { uuid: gpuUuid(0) })).toBe(MOMENT / 100);
    expect(breaches(seen.samples)).toEqual([]);
    await rig.stub.change(({ driver, gpus }) => ({ driver, gpus }));
    await running.until(
      'the holder is up',
      ({ value }) => value('gpuscope_exporter_holder_up', { holder: 'processes' }) === 1,
    );
  });
});
