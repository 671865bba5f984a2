import { loadOf } from './load.js';
import type { WorldPod } from './pods.js';

/** A machine around its GPUs; what it counted since it was started. */
export interface HostState {
  readonly upSeconds: number;
  readonly cpuSeconds: number;
  readonly receivedBytes: number;
  readonly sentBytes: number;
  readonly diskBusySeconds: number;
}

export const IDLE_HOST: HostState = {
  upSeconds: 0,
  cpuSeconds: 0,
  receivedBytes: 0,
  sentBytes: 0,
  diskBusySeconds: 0,
};

/** Of each machine. */
export const HOST_CORES = 96;
export const HOST_MEMORY_BYTES = 1024 ** 4;

const GIB = 1024 ** 3;

/** What an app asks for where it does not say. */
const ASKS = { cores: 8, gibibytes: 64 };

export const asksOf = ({ app }: WorldPod): typeof ASKS => app.asks ?? ASKS;

/** Cores that a pod uses at a moment: some for itself, the others to feed its devices. */
export function coresOf(pod: WorldPod, nowSeconds: number): number {
  if (pod.phase !== 'Running') return 0;
  return asksOf(pod).cores * (0.06 + 0.6 * loadOf(pod, nowSeconds).busy);
}

/** Bytes that a pod works with: they come within its first ten minutes. */
export function memoryOf(pod: WorldPod, nowSeconds: number): number {
  if (pod.phase !== 'Running') return 0;
  const age = nowSeconds - (pod.startSeconds ?? nowSeconds);
  const part = 0.3 + 0.1 * (pod.seed % 4);
  return Math.round(asksOf(pod).gibibytes * GIB * part * Math.min(1, 0.1 + age / 600));
}

/** What the machine's own services take. */
export const OWN_CORES = 1.5;
export const OWN_MEMORY_BYTES = 12 * GIB;

/** Lets pods use CPU for `seconds`. @returns the cores that are at work on each node */
export function useCpu(
  pods: readonly WorldPod[],
  nowSeconds: number,
  seconds: number,
): ReadonlyMap<string, number> {
  const cores = new Map<string, number>();
  for (const pod of pods) {
    if (pod.phase !== 'Running') continue;
    const own = coresOf(pod, nowSeconds);
    pod.cpuSeconds += own * seconds;
    cores.set(pod.node, (cores.get(pod.node) ?? OWN_CORES) + own);
  }
  return cores;
}

/** The machine after `seconds` with so many cores at work; data flows as they work. */
export function advanceHost(host: HostState, cores: number, seconds: number): HostState {
  return {
    upSeconds: host.upSeconds + seconds,
    cpuSeconds: host.cpuSeconds + cores * seconds,
    receivedBytes: host.receivedBytes + cores * 9e6 * seconds,
    sentBytes: host.sentBytes + cores * 4e6 * seconds,
    diskBusySeconds: host.diskBusySeconds + Math.min(0.9, cores / 200) * seconds,
  };
}
