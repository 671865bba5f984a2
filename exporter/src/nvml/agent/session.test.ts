import type { NvmlDevice, NvmlSnapshot, NvmlXid } from '@gpuscope/aggregation';
import { fakeClock } from '../../testing/fakes.js';
import type { NvmlLibrary } from '../library/library.js';
import type { NvmlError, NvmlResult } from '../library/result.js';
import { success } from '../library/result.js';
import { fakeNvml, FAILURES } from '../testing/nvml.js';
import { RestartNeeded } from './deviceWatches.js';
import { createProcessBook } from './processes/book.js';
import { startSession } from './session.js';

interface ScriptedGpu {
  /** What every call for it answers, where it is lost. */
  lost?: NvmlError;
  handle: bigint;
  pids: number[];
  /** By pid: % since the last question. */
  busy: Record<number, number>;
  /** GPU instances, where it is divided. */
  instances?: number[];
}

const gpu = (handle: bigint, rest: Partial<ScriptedGpu> = {}): ScriptedGpu => ({
  handle,
  pids: [],
  busy: {},
  ...rest,
});

/** Handles of instances are 100 × the GPU's and more. */
const INSTANCES = 100n;

/** A driver of a test; what it answers changes with its GPUs. */
function driver(gpus: ScriptedGpu[]) {
  const clock = fakeClock();
  const freed: bigint[] = [];
  let samples = 0n;
  const gpuOf = (handle: bigint): ScriptedGpu | undefined =>
    gpus.find((one) => one.handle === handle || one.handle === handle / INSTANCES);
  const of = <Value>(
    handle: bigint,
    answer: (gpu: ScriptedGpu) => NvmlResult<Value>,
  ): NvmlResult<Value> => {
    const found = gpuOf(handle);
    if (found === undefined) return FAILURES.invalidArgument;
    return found.lost ?? answer(found);
  };
  const instanceOf = (handle: bigint): number => Number(handle % INSTANCES);
  const us = (): number => clock.nowMs() * 1000;
  const nvml: NvmlLibrary = fakeNvml({
    driverVersion: () => success('580.1'),
    deviceCount: () => success(gpus.length),
    device: (index) => success(gpus[index]?.handle ?? 0n),
    text: (call, handle) =>
      of(handle, () => {
        const suffix = call === 'nvmlDeviceGetUUID' ? '' : ' X1';
        return success(handle < INSTANCES ? `GPU-${handle}${suffix}` : `MIG-${handle}`);
      }),
    pciBusId: (handle) => of(handle, () => success(`00000000:0${handle}:00.0`)),
    number: (call, handle) =>
      of<number>(handle, ({ instances }) => {
        const whole = instances === undefined ? success(99) : FAILURES.notSupported;
        const answers: Readonly<Partial<Record<typeof call, NvmlResult<number>>>> = {
          nvmlDeviceGetPowerUsage: success(Number(handle) * 1000),
          nvmlDeviceGetMaxMigDeviceCount: success(7),
          nvmlDeviceGetGpuInstanceId: success(instanceOf(handle)),
          nvmlDeviceGetUtilizationRates: whole,
        };
        return answers[call] ?? FAILURES.notSupported;
      }),
    migMode: (handle) => of(handle, ({ instances }) => success(instances !== undefined)),
    migDevice: (handle, place) =>
      of(handle, ({ instances }) => {
        const instance = instances?.[place];
        return instance === undefined
          ? FAILURES.notFound
          : success(handle * INSTANCES + BigInt(instance));
      }),
    memory: (handle) => of(handle, () => success({ total: 80, free: 70, used: 10 })),
    processes: (kind, handle) =>
      of(handle, ({ pids, instances }) =>
        success(
          kind === 'compute'
            ? pids.map((pid) => ({
                pid,
                memory: 5,
                ...(instances?.[0] !== undefined && { gpuInstance: instances[0] }),
              }))
            : [],
        ),
      ),
    utilizationSamples: (handle, since) =>
      of(handle, ({ instances, busy }) => {
        if (instances !== undefined) return FAILURES.notSupported;
        const value = Object.values(busy).reduce((sum, percent) => sum + percent, 0);
        return success(us() > since ? [{ timeStamp: us(), value }] : []);
      }),
    processUtilization: (handle, since) =>
      of(handle, ({ instances, busy }) => {
        if (instances !== undefined) return FAILURES.notSupported;
        const told = Object.entries(busy).map(([pid, smUtil]) => ({
          pid: Number(pid),
          timeStamp: us(),
          smUtil,
        }));
        return success(us() > since ? told : []);
      }),
    gpmSupported: (handle) => of(handle, () => success(true)),
    gpmAlloc: () => {
      samples += 1n;
      return success(samples);
    },
    gpmFree: (sample) => {
      freed.push(sample);
      return success(undefined);
    },
    gpmSample: () => success(undefined),
    gpmMetrics: (_before, _after, metrics) => success(metrics.map(() => success(50))),
  });
  return { nvml, clock, freed, live: () => Number(samples) - freed.length };
}

function session(gpus: ScriptedGpu[], see = true) {
  const xids: { counts: NvmlXid[]; ended?: NvmlError } = { counts: [] };
  const made = driver(gpus);
  const { nvml, clock } = made;
  const running = startSession({
    nvml,
    book: createProcessBook((pid) => ({
      found: true,
      cgroup: `0::/${pid}`,
      uid: 0,
      gid: 0,
      startTicks: pid,
      command: 'x',
    })),
    watchXids: () => ({
      counts: () => xids.counts,
      get ended() {
        return xids.ended;
      },
      stop: () => Promise.resolve(),
    }),
    seesProcesses: () => see,
    clock,
  });
  const poll = (seconds: number): void => {
    for (let half = 0; half < seconds * 2; half += 1) {
      clock.advance(500);
      running.poll();
    }
  };
  return {
    ...made,
    xids,
    poll,
    /** Polls twice a second for so long, then looks. */
    look: (seconds: number): NvmlSnapshot => {
      poll(seconds - 0.5);
      clock.advance(500);
      return running.look();
    },
  };
}

const device = ({ devices }: NvmlSnapshot, index: number): NvmlDevice | undefined =>
  devices.find((one) => one.index === index);

describe('a session with NVML', () => {
  it('begins its first window when it starts, and each other one at the look before', () => {
    const run = session([gpu(1n)]);
    expect(run.look(2).windowMs).toBe(2000);
    expect(run.look(15).windowMs).toBe(15_000);
  });

  it('tells device and processes of the same time alike', () => {
    const run = session([gpu(1n, { pids: [10, 11], busy: { 10: 60, 11: 20 } })]);
    run.look(2);
    const found = device(run.look(15), 0);
    expect(found?.figures.utilization).toBeCloseTo(80, 6);
    expect(found?.processes?.map(({ pid, utilization }) => [pid, utilization])).toEqual([
      [10, expect.closeTo(60, 6)],
      [11, expect.closeTo(20, 6)],
    ]);
  });

  it('counts what a process did before it ended, for its part of the window', () => {
    const one = gpu(1n, { pids: [10], busy: { 10: 80 } });
    const run = session([one]);
    run.look(2);
    run.poll(2.5);
    Object.assign(one, { pids: [], busy: {} });
    expect(device(run.look(7.5), 0)?.processes).toMatchObject([
      { pid: 10, ended: true, utilization: expect.closeTo(20, 6) as unknown },
    ]);
    expect(device(run.look(5), 0)?.processes).toEqual([]);
  });

  it('says nothing of utilisation by process on a divided GPU, and has a leaf per instance', () => {
    const run = session([gpu(1n, { instances: [3, 5], pids: [10] })]);
    run.look(2);
    const found = device(run.look(15), 0);
    expect(found?.mig).toBe(true);
    expect(found?.figures.utilization).toBeUndefined();
    expect(found?.instances).toMatchObject([
      { gpuInstance: 3, uuid: 'MIG-103', figures: { memoryUsed: 10, engineActive: 50 } },
      { gpuInstance: 5, uuid: 'MIG-105', figures: { memoryUsed: 10, engineActive: 50 } },
    ]);
    expect(found?.processes).toEqual([
      expect.not.objectContaining({ utilization: expect.anything() as unknown }),
    ]);
  });

  it('sees that a GPU was divided anew, and lets go what belonged to the old parts', () => {
    const one = gpu(1n, { instances: [3, 5] });
    const run = session([one]);
    run.look(2);
    const before = run.live();
    one.instances = [7];
    expect(device(run.look(2), 0)?.instances.map(({ gpuInstance }) => gpuInstance)).toEqual([7]);
    expect(run.live()).toBe(before - 2);
    delete one.instances;
    const whole = device(run.look(2), 0);
    expect(whole).toMatchObject({ mig: false, instances: [] });
    expect(run.live()).toBe(2);
  });

  it('keeps looking at the links of a GPU that is to be divided and is not yet', () => {
    const run = session([gpu(1n, { instances: [] })]);
    run.look(2);
    expect(device(run.look(2), 0)?.figures.gpmPcieTransmit).toBe(50);
    expect(run.live()).toBe(2);
  });

  it('tells of a lost device, with the name it had, and goes on with the others', () => {
    const lost = gpu(2n);
    const run = session([gpu(1n, { pids: [10], busy: { 10: 30 } }), lost]);
    expect(run.look(2).lost).toEqual([]);
    lost.lost = FAILURES.lost;
    const snapshot = run.look(15);
    expect(snapshot.lost).toEqual([
      { index: 1, uuid: 'GPU-2', pciBusId: '00000000:02:00.0', code: 'NVML_ERROR_GPU_IS_LOST' },
    ]);
    expect(snapshot.devices.map(({ uuid }) => uuid)).toEqual(['GPU-1']);
    expect(device(snapshot, 0)?.processes?.[0]?.utilization).toBeCloseTo(30, 6);
  });

  it('takes a device back that answers again, under another handle too', () => {
    const lost = gpu(2n);
    const run = session([gpu(1n), lost]);
    run.look(2);
    lost.lost = FAILURES.lost;
    run.look(2);
    delete lost.lost;
    const back = run.look(2);
    expect(back.lost).toEqual([]);
    expect(back.devices.map(({ index }) => index)).toEqual([0, 1]);
    lost.handle = 9n;
    expect(device(run.look(2), 1)).toMatchObject({ uuid: 'GPU-9', figures: { power: 9000 } });
    expect(run.live()).toBe(4);
  });

  it('frees all that it takes, through whatever comes', () => {
    const one = gpu(1n, { instances: [1, 2, 3] });
    const run = session([one]);
    for (let round = 0; round < 30; round += 1) {
      if (round % 3 === 0) one.instances = [1, 2, 3];
      if (round % 3 === 1) delete one.instances;
      if (round % 5 === 0) one.lost = FAILURES.lost;
      else delete one.lost;
      run.look(1);
    }
    expect(run.live()).toBeLessThanOrEqual(8);
  });

  it.each([
    ['a poll', 2],
    ['a look', 0.5],
  ])('asks to be started anew when %s finds the driver gone', (_, seconds) => {
    const one = gpu(1n);
    const run = session([one]);
    run.look(2);
    one.lost = FAILURES.uninitialized;
    expect(() => run.look(seconds)).toThrow(RestartNeeded);
  });

  it('tells of a call that failed, once for each window in which it did', () => {
    const run = session([gpu(1n)]);
    run.look(2);
    const utilizationSamples = run.nvml.utilizationSamples.bind(run.nvml);
    run.nvml.utilizationSamples = () => FAILURES.unknown;
    const failure = { call: 'nvmlDeviceGetSamples', code: 'NVML_ERROR_UNKNOWN' };
    expect(device(run.look(15), 0)?.failures).toEqual([failure]);
    run.nvml.utilizationSamples = utilizationSamples;
    const well = device(run.look(15), 0);
    expect(well?.failures).toEqual([]);
    expect(well?.figures.utilization).toBe(0);
  });

  it('gives the driver’s last word where it has no samples of a window', () => {
    const run = session([gpu(1n)]);
    run.nvml.utilizationSamples = () => FAILURES.notSupported;
    run.look(2);
    expect(device(run.look(15), 0)?.figures.utilization).toBe(99);
  });

  it('hands on the XIDs that were heard of', () => {
    const run = session([gpu(1n)]);
    run.xids.counts = [{ uuid: 'GPU-1', xid: 79, count: 2, lastMs: 5 }];
    expect(run.look(2).xids).toEqual(run.xids.counts);
  });

  it('asks to be started anew when the wait for XIDs finds the driver gone', () => {
    const run = session([gpu(1n)]);
    run.look(2);
    run.xids.ended = FAILURES.uninitialized;
    expect(() => run.look(0.5)).toThrow(RestartNeeded);
  });

  it('goes on when the wall clock is set', () => {
    const one = gpu(1n, { pids: [10], busy: { 10: 50 } });
    const run = session([one]);
    run.look(5);
    run.clock.jump(-3_600_000);
    run.look(5);
    const found = device(run.look(5), 0);
    expect(found?.figures.utilization).toBeCloseTo(50, 6);
    expect(found?.processes?.[0]?.utilization).toBeCloseTo(50, 6);
  });

  it('says when it can’t see processes', () => {
    expect(session([gpu(1n)], false).look(2).seesProcesses).toBe(false);
  });
});
