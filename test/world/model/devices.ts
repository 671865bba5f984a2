import { loadOf, type Load } from './load.js';
import type { WorldGpu } from './hardware.js';
import type { WorldPod } from './pods.js';
import { smoothNoise } from './random.js';

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
  /** The last XID, as the driver keeps it. */
  readonly xid: number;
}

/** Above this part of its cap a board is held back by power. */
const CAPPED_ABOVE = 0.93;

export function startState(gpu: WorldGpu): GpuState {
  const joules = 4_000_000 + gpu.index * 350_000;
  return {
    gpu,
    uses: [],
    watts: gpu.idleWatts,
    celsius: 34,
    joules,
    powerCapSeconds: 0,
    xid: 0,
  };
}

/** The pods that hold a part of this GPU, each once per instance, with what they do. */
export function usesOf(gpu: WorldGpu, pods: readonly WorldPod[], nowSeconds: number): Use[] {
  const wanted = pods.flatMap((pod) => {
    const slots = pod.slots.filter((slot) => slot.gpu.uuid === gpu.uuid);
    const first = slots[0];
    if (first === undefined || pod.phase !== 'Running') return [];
    const load = loadOf(pod, nowSeconds);
    const memory = first.instance?.memoryMiB ?? gpu.memoryMiB;
    const gpuInstance = first.instance?.gpuInstance ?? '';
    return [{ pod, gpuInstance, busy: load.busy, memoryMiB: memory * load.memory, load }];
  });
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
): GpuState {
  const { gpu } = state;
  const busy = uses.reduce((sum, use) => sum + use.busy * sliceOf(gpu, use), 0);
  const noise = 1 + 0.03 * smoothNoise(gpu.index, nowSeconds, 20);
  const watts = Math.min(
    gpu.maxWatts,
    gpu.idleWatts + (gpu.maxWatts - gpu.idleWatts) * 0.97 * busy * noise,
  );
  const target = 33 + 42 * (watts / gpu.maxWatts);
  const capped = watts > gpu.maxWatts * CAPPED_ABOVE;
  return {
    ...state,
    uses,
    watts,
    celsius: target + (state.celsius - target) * Math.exp(-seconds / 60),
    joules: state.joules + watts * seconds,
    powerCapSeconds: state.powerCapSeconds + (capped ? seconds * 0.4 : 0),
  };
}

function sliceOf(gpu: WorldGpu, { gpuInstance }: Use): number {
  if (gpu.mode.kind !== 'mig') return 1;
  const slices = gpu.mode.instances.find((one) => one.gpuInstance === gpuInstance)?.slices ?? 0;
  return slices / 7;
}
