import type { NvmlDevice, NvmlSnapshot, NvmlXid } from '@gpuscope/aggregation';
import { createProcessBook } from '../agent/processes/book.js';
import { startSession } from '../agent/session.js';
import { fakeClock } from '../../testing/fakes.js';
import type { NvmlLibrary } from '../library/library.js';
import type { NvmlError, NvmlResult } from '../library/result.js';
import { success } from '../library/result.js';
import { fakeNvml, FAILURES } from './nvml.js';

/** A GPU of a test's driver; what it answers changes with it. */
export interface ScriptedGpu {
  /** What every call for it answers, where it is lost. */
  lost?: NvmlError;
  handle: bigint;
  pids: number[];
  /** By pid: % since the last question. */
  busy: Record<number, number>;
  /** GPU instances, where it is divided. */
  instances?: number[];
}

export const gpu = (handle: bigint, rest: Partial<ScriptedGpu> = {}): ScriptedGpu => ({
  handle,
  pids: [],
  busy: {},
  ...rest,
});

/** Handles of instances are 100 × the GPU's and more. */
const INSTANCES = 100n;

type Ask = <Value>(
  handle: bigint,
  answer: (gpu: ScriptedGpu) => NvmlResult<Value>,
) => NvmlResult<Value>;

const instanceOf = (handle: bigint): number => Number(handle % INSTANCES);

const nameOf = (handle: bigint): string => (handle < INSTANCES ? `GPU-${handle}` : `MIG-${handle}`);

/** What the devices are. */
const identities = (gpus: readonly ScriptedGpu[], of: Ask): Partial<NvmlLibrary> => ({
  driverVersion: () => success('580.1'),
  deviceCount: () => success(gpus.length),
  device: (index) => success(gpus[index]?.handle ?? 0n),
  text: (call, handle) =>
    of(handle, () => success(call === 'nvmlDeviceGetUUID' ? nameOf(handle) : 'Synthetic X1')),
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
});

/** Who uses them how much; `us` is the driver's time. */
const uses = (of: Ask, us: () => number): Partial<NvmlLibrary> => ({
  processes: (kind, handle) =>
    of(handle, ({ pids, instances: [gpuInstance] = [] }) =>
      success(
        kind === 'compute'
          ? pids.map((pid) => ({
              pid,
              memory: 5,
              ...(gpuInstance !== undefined && { gpuInstance }),
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
});

/** A driver of a test; what it answers changes with its GPUs. */
function driver(gpus: ScriptedGpu[]) {
  const clock = fakeClock();
  const freed: bigint[] = [];
  let samples = 0n;
  const of: Ask = (handle, answer) => {
    const found = gpus.find((one) => one.handle === handle || one.handle === handle / INSTANCES);
    if (found === undefined) return FAILURES.invalidArgument;
    return found.lost ?? answer(found);
  };
  const nvml: NvmlLibrary = fakeNvml({
    ...identities(gpus, of),
    ...uses(of, () => clock.nowMs() * 1000),
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

/**
 * A session with these GPUs.
 * @param starts when a process was started, by its id; the id itself unless given
 * @param has what the driver answers in another way from the start
 */
export function session(
  gpus: ScriptedGpu[],
  see = true,
  starts: ReadonlyMap<number, number> = new Map(),
  has: Partial<NvmlLibrary> = {},
) {
  const xids: { counts: NvmlXid[]; ended?: NvmlError } = { counts: [] };
  const made = driver(gpus);
  Object.assign(made.nvml, has);
  const { nvml, clock } = made;
  const running = startSession({
    nvml,
    book: createProcessBook((pid) => ({
      found: true,
      cgroup: `0::/${pid}`,
      uid: 0,
      gid: 0,
      startTicks: starts.get(pid) ?? pid,
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

/** What a look says of the device with this index. */
export const device = ({ devices }: NvmlSnapshot, index: number): NvmlDevice | undefined =>
  devices.find((one) => one.index === index);
