import type { NvmlField } from '@gpuscope/aggregation';
import { openNvml } from '../../exporter/src/nvml/testing/suites.js';
import type {
  NvmlHandle,
  NvmlLibrary,
  NvmlNumberCall,
  NvmlResult,
} from '../../exporter/src/nvml/testing/suites.js';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { STUB_DRIVERS, type StubDriver } from './library.js';
import { GIB, gpuUuid, hopper, migUuid, pulse, slice, startStub, turing } from './stub.js';
import type { Scenario, Stub } from './stub.js';

let folder: TemporaryFolder;
let nvml: NvmlLibrary;
let stub: Stub;

async function open(scenario: Scenario, driver: StubDriver = 580): Promise<void> {
  folder = await temporaryFolder('nvml-library');
  stub = await startStub(folder.path, scenario, driver);
  nvml = await openNvml(stub.library);
  mustBe(nvml.init());
}

/** Whatever a test did: nothing of it is left in the library, and it never did what no caller should. */
afterEach(async () => {
  await nvml.close();
  const [counts] = [...(await stub.counts()).values()];
  expect(counts).toMatchObject({ sessions: 0, eventSets: 0, gpmSamples: 0, misuses: 0 });
  await folder.remove();
});

function mustBe<Value>(result: NvmlResult<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(result.code);
}

const codeOf = (result: NvmlResult<unknown>): string => (result.ok ? 'none' : result.code);
const gpu = (index = 0): NvmlHandle => mustBe(nvml.device(index));

type Row = readonly [NvmlField, NvmlNumberCall, ...number[]];

/** Calls that answer a figure of the scenario as it is, by what nvml.h says of their selectors. */
const NUMBERS: readonly Row[] = [
  ['temperature', 'nvmlDeviceGetTemperature'],
  ['power', 'nvmlDeviceGetPowerUsage'],
  ['powerLimit', 'nvmlDeviceGetEnforcedPowerLimit'],
  ['smClock', 'nvmlDeviceGetClockInfo', 1],
  ['memoryClock', 'nvmlDeviceGetClockInfo', 2],
  ['clockEventReasons', 'nvmlDeviceGetCurrentClocksEventReasons'],
  ['violationThermal', 'nvmlDeviceGetViolationStatus', 1],
  ['eccVolatileCorrected', 'nvmlDeviceGetTotalEccErrors', 0, 0],
  ['eccAggregateCorrected', 'nvmlDeviceGetTotalEccErrors', 0, 1],
  ['eccAggregateUncorrected', 'nvmlDeviceGetTotalEccErrors', 1, 1],
  ['pcieReplays', 'nvmlDeviceGetPcieReplayCounter'],
  ['pcieTransmit', 'nvmlDeviceGetPcieThroughput', 0],
  ['pcieReceive', 'nvmlDeviceGetPcieThroughput', 1],
  ['nvlinkReplayErrors', 'nvmlDeviceGetNvLinkErrorCounter', 0, 0],
  ['nvlinkCrcDataErrors', 'nvmlDeviceGetNvLinkErrorCounter', 0, 3],
];

describe.each(STUB_DRIVERS)('the binding on the library of driver %i', (driver) => {
  it('reads every number as the driver wrote it, by the older name where the newer is missing', async () => {
    const chip = hopper(0);
    await open({ driver: `${driver}.1.1`, gpus: [chip] }, driver);
    const found = NUMBERS.map(([field, call, ...selectors]) => [
      field,
      mustBe(nvml.number(call, gpu(), ...selectors)),
    ]);
    expect(found).toEqual(NUMBERS.map(([field]) => [field, chip.figures[field]]));
    expect(mustBe(nvml.driverVersion())).toBe(`${driver}.1.1`);
  });

  it('names a device', async () => {
    await open({ driver: `${driver}.1.1`, gpus: [turing(0), hopper(1)] }, driver);
    expect(mustBe(nvml.deviceCount())).toBe(2);
    expect(mustBe(nvml.text('nvmlDeviceGetUUID', gpu(1)))).toBe(gpuUuid(1));
    expect(mustBe(nvml.text('nvmlDeviceGetName', gpu(1)))).toBe('NVIDIA H100 80GB HBM3');
    expect(mustBe(nvml.pciBusId(gpu(1)))).toBe('00000000:19:00.0');
    expect(mustBe(nvml.number('nvmlDeviceGetMinorNumber', gpu(1)))).toBe(1);
  });

  it('reads memory and processes, whatever form the driver has', async () => {
    const processes = [
      { pid: 4_000_000, memory: 40 * GIB },
      { pid: 7, memory: 3 * GIB },
      { pid: 8 },
    ];
    await open({ driver: `${driver}.1.1`, gpus: [hopper(0, { processes })] }, driver);
    expect(mustBe(nvml.processes('compute', gpu()))).toEqual(processes);
    expect(mustBe(nvml.processes('mps', gpu()))).toEqual([]);
    const [total, used, reserved] = [80 * GIB, 43 * GIB, 0.5 * GIB];
    expect(mustBe(nvml.memory(gpu()))).toEqual({
      total,
      free: total - used - reserved,
      ...(driver < 510 ? { used: used + reserved } : { used, reserved }),
    });
  });
});

describe('the binding', () => {
  it('reads a list that grows between two calls, whole', async () => {
    const processes = Array.from({ length: 700 }, (_, index) => ({
      pid: 1000 + index,
      memory: GIB + index,
      appearsAfter: index < 100 ? 0 : index < 300 ? 1 : 2,
    }));
    await open({ driver: '580.1', gpus: [hopper(0, { processes })] });
    expect(mustBe(nvml.processes('compute', gpu()))).toEqual(
      processes.map(({ pid, memory }) => ({ pid, memory })),
    );
  });

  it.each([16, 32])('reads records of %i bytes as the driver wrote them', async (stride) => {
    const processes = [1, 2, 3].map((pid) => ({ pid, memory: pid * GIB, gpuInstance: 1 }));
    const chip = hopper(0, { mig: true, instances: [slice(0, 1)], stride, processes });
    await open({ driver: '535.54.03', gpus: [chip] }, 535);
    const instance = stride > 16 ? { gpuInstance: 1 } : {};
    expect(mustBe(nvml.processes('compute', gpu()))).toEqual(
      processes.map(({ pid, memory }) => ({ pid, memory, ...instance })),
    );
  });

  it('walks instances, whose handles are void after a reconfiguration', async () => {
    const divided = (...instances: readonly number[]): Scenario => ({
      driver: '580.1',
      gpus: [hopper(0, { mig: true, instances: instances.map((one) => slice(0, one)) })],
    });
    await open(divided(1, 5));
    expect(mustBe(nvml.migMode(gpu()))).toBe(true);
    const places = mustBe(nvml.number('nvmlDeviceGetMaxMigDeviceCount', gpu()));
    const found = Array.from({ length: places }, (_, place) => nvml.migDevice(gpu(), place));
    const handles = found.flatMap((result) => (result.ok ? [result.value] : []));
    expect(handles.map((one) => mustBe(nvml.text('nvmlDeviceGetUUID', one)))).toEqual([
      migUuid(0, 1),
      migUuid(0, 5),
    ]);
    const [first = 0n] = handles;
    expect(mustBe(nvml.attributes(first))).toEqual({
      gpuInstanceSlices: 1,
      computeInstanceSlices: 1,
      memoryMiB: 9856,
    });
    await stub.set(divided(5));
    expect(codeOf(nvml.memory(first))).toBe('NVML_ERROR_INVALID_ARGUMENT');
  });

  it('reads what processes did since the last time', async () => {
    const processes = [{ pid: 10, busy: 60 }, { pid: 11, busy: pulse(0.5, 0.5, 40) }, { pid: 12 }];
    await open({ driver: '580.1', gpus: [hopper(0, { processes, sampleEvery: 0.05 })] });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const seen = mustBe(nvml.processUtilization(gpu(), 0));
    expect(seen.map(({ pid }) => pid)).toEqual([10, 11]);
    expect(seen[0]?.smUtil).toBe(60);
    expect(Math.abs((seen[1]?.smUtil ?? 0) - 20)).toBeLessThanOrEqual(6);
    const samples = mustBe(nvml.utilizationSamples(gpu(), 0));
    expect(samples.every(({ value }) => value === 60 || value === 100)).toBe(true);
    const newest = samples.at(-1)?.timeStamp ?? 0;
    expect(mustBe(nvml.utilizationSamples(gpu(), newest)).length).toBeLessThan(samples.length);
  });

  it('takes means between two GPM samples', async () => {
    await open({ driver: '580.1', gpus: [hopper(0), turing(1)] });
    expect(mustBe(nvml.gpmSupported(gpu()))).toBe(true);
    expect(mustBe(nvml.gpmSupported(gpu(1)))).toBe(false);
    const [before, after] = [mustBe(nvml.gpmAlloc()), mustBe(nvml.gpmAlloc())];
    mustBe(nvml.gpmSample(gpu(), undefined, before));
    await new Promise((resolve) => setTimeout(resolve, 120));
    mustBe(nvml.gpmSample(gpu(), undefined, after));
    const answers = mustBe(nvml.gpmMetrics(before, after, [2, 5, 10, 4, 61]));
    expect(answers.map((one) => (one.ok ? one.value : one.code))).toEqual([
      40,
      30,
      20,
      'NVML_ERROR_NOT_SUPPORTED',
      3000,
    ]);
    for (const sample of [before, after]) mustBe(nvml.gpmFree(sample));
  });

  it('hears each XID once, while other calls go on', async () => {
    const world: Scenario = { driver: '580.1', gpus: [hopper(0), hopper(1)] };
    await open(world);
    const set = mustBe(nvml.eventSetCreate());
    mustBe(nvml.registerXids(gpu(1), set));
    // Not before somebody listens, however busy the machine is.
    const at = stub.seconds() + 0.4;
    await stub.set({ ...world, xids: [13, 31, 31].map((code) => ({ gpu: 1, code, at })) });
    const waiting = nvml.waitForXid(set, 40_000);
    expect(mustBe(nvml.deviceCount())).toBe(2);
    const heard = [mustBe(await waiting)];
    for (let more = 0; more < 2; more++) heard.push(mustBe(await nvml.waitForXid(set, 40_000)));
    expect(heard).toEqual([13, 31, 31].map((xid) => ({ device: gpu(1), xid })));
    expect(await nvml.waitForXid(set, 20)).toEqual({ ok: true, value: undefined });
    mustBe(nvml.eventSetFree(set));
  });

  it.each([
    ['GPU_IS_LOST', 'lost'],
    ['NOT_SUPPORTED', 'absent'],
    ['NO_PERMISSION', 'denied'],
    ['UNKNOWN', 'failed'],
  ])('says what NVML_ERROR_%s means', async (name, kind) => {
    const code = `NVML_ERROR_${name}`;
    const failures = [{ call: 'nvmlDeviceGetPowerUsage', code, gpu: 0 }];
    await open({ driver: '580.1', gpus: [hopper(0), hopper(1)], failures });
    const failed = nvml.number('nvmlDeviceGetPowerUsage', gpu());
    expect(failed).toEqual({ ok: false, code, kind });
    expect(nvml.number('nvmlDeviceGetPowerUsage', gpu(1)).ok).toBe(true);
  });

  it('tells a driver that was loaded anew from one that was replaced', async () => {
    const world: Scenario = { driver: '580.1', gpus: [hopper(0)] };
    await open(world);
    const old = gpu();
    await stub.set({ ...world, reload: 1 });
    expect(codeOf(nvml.deviceCount())).toBe('NVML_ERROR_UNINITIALIZED');
    mustBe(nvml.init());
    expect(mustBe(nvml.deviceCount())).toBe(1);
    expect(gpu()).not.toBe(old);
    await stub.set({ ...world, reload: 1, driver: '585.2' });
    expect(codeOf(nvml.init())).toBe('NVML_ERROR_LIB_RM_VERSION_MISMATCH');
    await stub.set({ ...world, unloaded: true });
    expect(codeOf(nvml.deviceCount())).toBe('NVML_ERROR_DRIVER_NOT_LOADED');
  });
});
