import { conditionOf } from './faults.js';
import { loadOf, type Load } from './load.js';
import type { WorldGpu } from './hardware.js';
import type { WorldPod } from './pods.js';
import { smoothNoise } from './random.js';
import type { Fault } from './site.js';

/** What a pod does on one device or instance; `busy` and `memoryMiB` are of the device, contention included. */
export interface Use {
  readonly pod: WorldPod;
  readonly gpuInstance: string;
  readonly busy: number;
  readonly memoryMiB: number;
  readonly load: Load;
}

/** A GPU at a moment. */
export interface GpuState {
  readonly gpu: WorldGpu;
  readonly uses: readonly Use[];
  readonly watts: number;
  readonly celsius: number;
  readonly joules: number;
  readonly powerCapSeconds: number;
  /** Time for which it was held back by heat. */
  readonly hotSeconds: number;
  /** The last XID, as the driver keeps it. */
  readonly xid: number;
  /** Memory rows that broke and wait for a reset. */
  readonly brokenRows: number;
  /** Time for which its links were bad. */
  readonly badLinkSeconds: number;
}

/** Above this part of its cap a board is held back by power, where it does not say. */
const CAPPED_ABOVE = 0.93;

/** A board that is too hot slows down until it draws so much of its cap. */
const HOT_POWER = 0.55;
const HOT_CELSIUS = 88;

export function startState(gpu: WorldGpu): GpuState {
  const joules = 4_000_000 + gpu.index * 350_000;
  return {
    gpu,
    uses: [],
    watts: gpu.idleWatts,
    celsius: 34,
    joules,
    powerCapSeconds: 0,
    hotSeconds: 0,
    xid: 0,
    brokenRows: 0,
    badLinkSeconds: 0,
  };
}

/** What each pod does on each GPU of which it holds a part, by the GPU's uuid. */
export function usesByGpu(
  pods: readonly WorldPod[],
  nowSeconds: number,
): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const pod of pods) {
    if (pod.phase !== 'Running' || pod.slots.length === 0) continue;
    const load = loadOf(pod, nowSeconds);
    const seen = new Set<string>();
    for (const { gpu, instance } of pod.slots) {
      if (seen.has(gpu.uuid)) continue;
      const mine = seen.size < (pod.app.uses ?? Infinity) ? load : UNUSED;
      seen.add(gpu.uuid);
      const memoryMiB = (instance?.memoryMiB ?? gpu.memoryMiB) * mine.memory;
      const use = { pod, gpuInstance: instance?.gpuInstance ?? '', busy: mine.busy, memoryMiB };
      const others = uses.get(gpu.uuid);
      if (others === undefined) uses.set(gpu.uuid, [{ ...use, load: mine }]);
      else others.push({ ...use, load: mine });
    }
  }
  return uses;
}

/** A context was opened, and nothing else. */
const UNUSED: Load = { busy: 0, sm: 0, tensor: 0, dram: 0, memory: 0.006 };

/** What pods do on a GPU when those who share it get in each other's way. */
export function usesOf(gpu: WorldGpu, wanted: readonly Use[]): readonly Use[] {
  if (gpu.mode.kind !== 'shared') return wanted;
  const sum = wanted.reduce((total, { busy }) => total + busy, 0);
  return wanted.map((use) => ({ ...use, busy: sum > 1 ? use.busy / sum : use.busy }));
}

/** The GPU after `seconds` of these uses. */
export function advanceState(
  state: GpuState,
  uses: readonly Use[],
  seconds: number,
  nowSeconds: number,
  faults: readonly Fault[] = [],
): GpuState {
  const { gpu } = state;
  const { isHot, hasBadLink, xid, brokenRows } = conditionOf(faults, nowSeconds);
  const busy = uses.reduce((sum, use) => sum + use.busy * sliceOf(gpu, use), 0);
  const noise = 1 + 0.03 * smoothNoise(gpu.index, nowSeconds, 20);
  const watts = Math.min(
    gpu.maxWatts * (isHot ? HOT_POWER : 1),
    gpu.idleWatts + (gpu.maxWatts - gpu.idleWatts) * 0.97 * busy * noise,
  );
  const target = isHot ? HOT_CELSIUS : 33 + 42 * (watts / gpu.maxWatts);
  const capped = watts > gpu.maxWatts * (gpu.capsAbove ?? CAPPED_ABOVE);
  return {
    ...state,
    uses,
    watts,
    celsius: target + (state.celsius - target) * Math.exp(-seconds / 60),
    joules: state.joules + watts * seconds,
    powerCapSeconds: state.powerCapSeconds + (capped ? seconds * 0.4 : 0),
    hotSeconds: state.hotSeconds + (isHot ? seconds * 0.6 : 0),
    xid,
    brokenRows,
    badLinkSeconds: state.badLinkSeconds + (hasBadLink ? seconds : 0),
  };
}

function sliceOf(gpu: WorldGpu, { gpuInstance }: Use): number {
  if (gpu.mode.kind !== 'mig') return 1;
  const slices = gpu.mode.instances.find((one) => one.gpuInstance === gpuInstance)?.slices ?? 0;
  return slices / 7;
}
