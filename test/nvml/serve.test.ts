import { parseExposition, type NvmlField, type Sample } from '@gpuscope/aggregation';
import { bundle, finish } from '../exporter/support/program.js';
import type { Scrape } from '../exporter/support/scrape.js';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { isAlive } from './support/alive.js';
import { breaches } from './support/law.js';
import { startRig, watch, type Rig, type RigOptions, type Watching } from './support/rig.js';
import { fakePod, factsOf, ofPod, scriptedOf } from './support/world.js';
import { GIB, gpuUuid, hopper, pulse, turing } from './stub.js';

const train = fakePod('team-a', 'train');
const [chat, ocr, idle] = [
  fakePod('team-a', 'chat'),
  fakePod('team-b', 'ocr'),
  fakePod('team-b', 'notebook'),
] as const;

const ofTrain = [
  ofPod(train, { memory: 40 * GIB, busy: 50 }),
  ofPod(train, { memory: 8 * GIB, busy: 20 }),
];
const ofShared = [
  ofPod(chat, { memory: 4 * GIB, busy: 40 }),
  ofPod(ocr, { memory: 2 * GIB, busy: pulse(0.1, 0.3, 60) }),
  ofPod(idle, { memory: 1 * GIB }),
];

const whole = hopper(0, { processes: scriptedOf(ofTrain) });
const shared = turing(1, { processes: scriptedOf(ofShared), sampleEvery: 0.1 });

const options: RigOptions = {
  scenario: { driver: '580.82.07', gpus: [whole, shared] },
  processes: factsOf([...ofTrain, ...ofShared]),
  pods: [train, chat, ocr, idle],
};

let programs: TemporaryFolder;
let program: string;
let rig: Rig;
let running: Watching;
let seen: Scrape;

beforeAll(async () => {
  programs = await temporaryFolder('nvml-serve');
  program = await bundle(programs.path);
  rig = await startRig(options);
  running = await watch(program, rig);
  // The first look's window is short; the second's is a whole interval.
  const account = 'gpu_account_allocated_seconds_total';
  seen = await running.until('two looks', ({ value }) => (value(account) ?? 0) > 0);
});
afterAll(async () => {
  await running.end('SIGKILL');
  await rig.end();
  await programs.remove();
});

const device = { node: 'gpu-1', gpu: '0', uuid: gpuUuid(0) };

/** What the scenario's figure is in the catalogue's unit. */
const scripted = (field: NvmlField, scale = 1): number => Number(whole.figures[field]) * scale;

describe('gpuscope-exporter serve with the source nvml', () => {
  it.each([
    ['gpu_temperature_celsius', scripted('temperature')],
    ['gpu_memory_temperature_celsius', scripted('memoryTemperature')],
    ['gpu_power_watts', scripted('power', 1e-3)],
    ['gpu_power_limit_watts', scripted('powerLimit', 1e-3)],
    ['gpu_sm_clock_hertz', scripted('smClock', 1e6)],
    ['gpu_memory_clock_hertz', scripted('memoryClock', 1e6)],
    ['gpu_pcie_transmit_bytes_per_second', scripted('gpmPcieTransmit', 2 ** 20)],
    ['gpu_pcie_receive_bytes_per_second', scripted('gpmPcieReceive', 2 ** 20)],
    ['gpu_nvlink_transmit_bytes_per_second', scripted('gpmNvlinkTransmit', 2 ** 20)],
    ['gpu_nvlink_receive_bytes_per_second', scripted('gpmNvlinkReceive', 2 ** 20)],
    ['gpu_sm_active_ratio', scripted('smActive', 0.01)],
    ['gpu_sm_occupancy_ratio', scripted('smOccupancy', 0.01)],
    ['gpu_tensor_active_ratio', scripted('tensorActive', 0.01)],
    ['gpu_dram_active_ratio', scripted('dramActive', 0.01)],
    ['gpu_encoder_utilization_ratio', 0],
    ['gpu_decoder_utilization_ratio', 0],
    ['gpu_memory_total_bytes', scripted('memoryTotal')],
    ['gpu_memory_used_bytes', 48 * GIB],
    ['gpu_memory_reserved_bytes', scripted('memoryReserved')],
    ['gpu_memory_free_bytes', 31.5 * GIB],
    ['gpu_pcie_replays_total', scripted('pcieReplays')],
    ['gpu_row_remap_pending', 0],
    ['gpu_row_remap_failure', 0],
  ])('%s is what the driver says', (name, expected) => {
    expect(seen.value(name, device)).toBeCloseTo(expected, 6);
  });

  it.each([
    ['gpu_ecc_errors_total', { kind: 'correctable', scope: 'volatile' }, 3],
    ['gpu_ecc_errors_total', { kind: 'uncorrectable', scope: 'aggregate' }, 1],
    ['gpu_row_remap_rows_total', { kind: 'correctable' }, 2],
    ['gpu_row_remap_rows_total', { kind: 'uncorrectable' }, 1],
    ['gpu_nvlink_errors_total', { kind: 'replay' }, 1],
    ['gpu_nvlink_errors_total', { kind: 'crc_data' }, 4],
    ['gpu_throttle_seconds_total', { reason: 'thermal' }, 3],
    ['gpu_info', { driver_version: '580.82.07', pci_bus_id: '00000000:18:00.0' }, 1],
  ])('%s%j is what the driver says', (name, labels, expected) => {
    expect(seen.value(name, { ...device, ...labels })).toBeCloseTo(expected, 6);
  });

  it('counts energy and throttling on, as the driver does', async () => {
    const joules = seen.value('gpu_energy_joules_total', device) ?? 0;
    const throttled = seen.value('gpu_throttle_seconds_total', { ...device, reason: 'power' }) ?? 0;
    expect(joules).toBeGreaterThan(5000);
    expect(throttled).toBeGreaterThan(7);
    const later = await running.until(
      'another look',
      ({ value }) => (value('gpu_energy_joules_total', device) ?? 0) > joules,
    );
    // 300 W, and a quarter of the time held down for power.
    const used = (later.value('gpu_energy_joules_total', device) ?? 0) - joules;
    const more = later.value('gpu_throttle_seconds_total', { ...device, reason: 'power' }) ?? 0;
    expect((more - throttled) / used).toBeCloseTo(0.25 / 300, 4);
  });

  it('leaves out what a chip lacks, and gives what it has', () => {
    const old = { gpu: '1', uuid: gpuUuid(1), model: 'Tesla T4' };
    expect(seen.value('gpu_power_watts', old)).toBe(35);
    expect(seen.value('gpu_retired_pages_total', { ...old, kind: 'correctable' })).toBe(2);
    const names = new Set(
      seen.samples
        .filter(({ labels }) => labels.get('uuid') === gpuUuid(1))
        .map(({ name }) => name),
    );
    for (const absent of [
      'gpu_sm_active_ratio',
      'gpu_memory_temperature_celsius',
      'gpu_row_remap_rows_total',
      'gpu_nvlink_errors_total',
      'gpu_ecc_errors_total',
      'gpu_throttle_seconds_total',
      'gpu_encoder_utilization_ratio',
    ]) {
      expect(names).not.toContain(absent);
    }
  });

  it('tells that source and holder are well, and that every process was placed', () => {
    expect(seen.value('gpuscope_exporter_source_up', { source: 'nvml' })).toBe(1);
    expect(seen.value('gpuscope_exporter_holder_up', { holder: 'processes' })).toBe(1);
    const unplaced = seen.samples.filter(
      ({ name, value }) => name.includes('unplaced') && value > 0,
    );
    expect(unplaced).toEqual([]);
  });
});

const part = (page: Scrape, pod: string, metric: string): number | undefined =>
  page.value(`gpu_workload_${metric}`, { pod });

describe('whose use it is', () => {
  it('a GPU held alone is its pod’s as a whole', () => {
    const holder = { ...device, tenant: 'team-a', namespace: 'team-a', app: 'train', pod: 'train' };
    expect(seen.value('gpu_utilization_ratio', device)).toBeCloseTo(0.7, 2);
    expect(seen.value('gpu_workload_utilization_ratio', holder)).toBeCloseTo(0.7, 2);
    expect(seen.value('gpu_workload_memory_used_bytes', holder)).toBe(48 * GIB);
    expect(seen.value('gpu_workload_power_watts', holder)).toBe(300);
    const methods = {
      utilization_method: 'exclusive',
      memory_method: 'exclusive',
      power_method: 'exclusive',
    };
    expect(seen.value('gpu_workload_info', { ...holder, ...methods })).toBe(1);
  });

  it('a shared GPU is each pod’s by what its processes did', () => {
    expect(part(seen, 'chat', 'utilization_ratio')).toBeCloseTo(0.4, 2);
    expect(part(seen, 'ocr', 'utilization_ratio')).toBeCloseTo(0.18, 2);
    expect(part(seen, 'notebook', 'utilization_ratio')).toBe(0);
    expect(part(seen, 'chat', 'memory_used_bytes')).toBe(4 * GIB);
    expect(part(seen, 'ocr', 'memory_used_bytes')).toBe(2 * GIB);
    expect(part(seen, 'notebook', 'memory_used_bytes')).toBe(1 * GIB);
    expect(seen.value('gpu_holders', { gpu: '1' })).toBe(3);
    for (const pod of ['chat', 'ocr', 'notebook']) {
      const methods = { utilization_method: 'process', memory_method: 'process' };
      expect(seen.value('gpu_workload_info', { pod, ...methods })).toBe(1);
    }
  });

  it('who works more has more of the power', () => {
    const watts = ['chat', 'ocr', 'notebook'].map((pod) => part(seen, pod, 'power_watts') ?? NaN);
    expect(watts[0]).toBeGreaterThan(watts[1] ?? NaN);
    expect(watts[1]).toBeGreaterThan(watts[2] ?? NaN);
  });

  it('parts make the whole, of every figure and device', () => {
    expect(breaches(seen.samples)).toEqual([]);
  });

  it('a tenant’s account runs', () => {
    const account = { tenant: 'team-b', app: 'notebook', node: 'gpu-1' };
    expect(seen.value('gpu_account_allocated_seconds_total', account)).toBeGreaterThan(0);
    expect(seen.value('gpu_account_active_seconds_total', account) ?? 0).toBe(0);
  });
});

describe('gpuscope-exporter render with the source nvml', () => {
  it('prints the same figures after one look, and leaves no process behind', async () => {
    const patient = await startRig({ ...options, interval: 30 });
    const args = ['render', '--config', patient.config];
    const { status, out, err } = await finish(program, args, '', patient.stub.env);
    const agents = await patient.pidOfAgents();
    await patient.end();
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const { samples } = parseExposition(out);
    const find = (name: string, pod: string): Sample | undefined =>
      samples.find((one) => one.name === name && one.labels.get('pod') === pod);
    expect(find('gpu_workload_memory_used_bytes', 'ocr')?.value).toBe(2 * GIB);
    expect(find('gpu_workload_utilization_ratio', 'chat')?.value).toBeCloseTo(0.4, 1);
    expect(samples.find(({ name }) => name === 'gpu_sm_active_ratio')?.value).toBeCloseTo(0.4, 6);
    expect(breaches(samples)).toEqual([]);
    expect(agents).toHaveLength(1);
    expect(agents.filter(isAlive)).toEqual([]);
  });
});
