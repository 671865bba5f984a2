import { advanceState, startState, usesByGpu, usesOf, type GpuState } from './devices.js';
import { faultsByGpu } from './faults.js';
import type { WorldNode } from './hardware.js';
import { advanceHost, IDLE_HOST, OWN_CORES, useCpu, type HostState } from './hosts.js';
import { createLives, type PodEvent } from './lives.js';
import type { WorldPod } from './pods.js';
import { createRandom } from './random.js';
import type { WorldSite } from './site.js';
import { slotsOf, type Slot } from './slots.js';
import { createTruth, type TrueUse } from './truth.js';

/** One simulated site in motion. The same seed and steps give the same site. */
export interface World {
  readonly site: WorldSite;
  nowSeconds(): number;
  /** Moves the site on; events are told as they happen. */
  advance(toSeconds: number): void;
  pods(): readonly WorldPod[];
  gpus(node: WorldNode): readonly GpuState[];
  slots(node: WorldNode): readonly Slot[];
  host(node: WorldNode): HostState;
  truth(): readonly TrueUse[];
  onPod(listener: (event: PodEvent) => void): void;
}

/** The site moves on in steps of at most this, where it does not say. */
const STEP_SECONDS = 5;

export function createWorld(site: WorldSite, startSeconds: number, seed = 1): World {
  const slots = new Map(site.nodes.map((node) => [node.name, slotsOf(node)]));
  const listeners: ((event: PodEvent) => void)[] = [];
  const truth = createTruth();
  const lives = createLives(
    site.apps,
    [...slots].map(([node, own]) => ({ node, slots: own })),
    startSeconds,
    createRandom(seed),
    (event) => {
      for (const listener of listeners) listener(event);
    },
  );
  const states = new Map(
    site.nodes.flatMap(({ gpus }) => gpus).map((gpu) => [gpu.uuid, startState(gpu)]),
  );
  const faults = faultsByGpu(site.faults ?? []);
  const { stepSeconds = STEP_SECONDS } = site;
  const hosts = new Map(site.nodes.map(({ name }) => [name, IDLE_HOST]));
  let now = startSeconds;

  function work(seconds: number): void {
    const cores = useCpu(lives.pods(), now, seconds);
    for (const [name, host] of hosts) {
      hosts.set(name, advanceHost(host, cores.get(name) ?? OWN_CORES, seconds));
    }
    const uses = usesByGpu(lives.pods(), now);
    for (const [uuid, state] of states) {
      const own = usesOf(state.gpu, uses.get(uuid) ?? []);
      states.set(uuid, advanceState(state, own, seconds, now, faults.get(uuid) ?? []));
      for (const { pod, busy } of own) {
        truth.add(pod, partHeld(state, pod) * seconds, busy * wholeOf(pod, state) * seconds);
      }
    }
  }

  return {
    site,
    nowSeconds: () => now,
    advance(toSeconds) {
      while (now < toSeconds) {
        const step = Math.min(stepSeconds, toSeconds - now);
        work(step);
        now += step;
        lives.step(now);
      }
    },
    pods: () => lives.pods(),
    gpus: (node) => node.gpus.map((gpu) => states.get(gpu.uuid) ?? startState(gpu)),
    slots: (node) => slots.get(node.name) ?? [],
    host: (node) => hosts.get(node.name) ?? IDLE_HOST,
    truth: () => truth.all(),
    onPod: (listener) => listeners.push(listener),
  };
}

/** The part of a GPU that a pod holds: slices of instances, or replicas of a shared one. */
function partHeld({ gpu }: GpuState, pod: WorldPod): number {
  const held = pod.slots.filter((slot) => slot.gpu.uuid === gpu.uuid);
  return held.reduce((sum, { instance }) => {
    if (instance !== undefined) return sum + instance.slices / 7;
    return sum + (gpu.mode.kind === 'shared' ? 1 / gpu.mode.replicas : 1);
  }, 0);
}

/** What a pod's utilisation is a part of, in GPUs. */
function wholeOf(pod: WorldPod, state: GpuState): number {
  return state.gpu.mode.kind === 'mig' ? partHeld(state, pod) : 1;
}
