import { advanceState, startState, usesOf, type GpuState } from './devices.js';
import type { WorldNode } from './hardware.js';
import { createPod, type WorldPod } from './pods.js';
import { createRandom, type Random } from './random.js';
import type { WorldApp, WorldSite } from './site.js';
import { slotsOf, type Slot } from './slots.js';
import { createTruth, type TrueUse } from './truth.js';

/** A pod came, changed or went; what a Kubernetes watch would tell. */
export interface PodEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly pod: WorldPod;
}

/** One simulated site in motion. The same seed and steps give the same site. */
export interface World {
  readonly site: WorldSite;
  nowSeconds(): number;
  /** Moves the site on; events are told as they happen. */
  advance(toSeconds: number): void;
  pods(): readonly WorldPod[];
  gpus(node: WorldNode): readonly GpuState[];
  slots(node: WorldNode): readonly Slot[];
  truth(): readonly TrueUse[];
  onPod(listener: (event: PodEvent) => void): void;
}

/** A pod that ended is kept this long, as a Job's pods are. */
const KEPT_SECONDS = 300;

/** Physical state moves on in steps of at most this. */
const STEP_SECONDS = 5;

interface Arrival {
  readonly app: WorldApp;
  atSeconds: number;
}

export function createWorld(site: WorldSite, startSeconds: number, seed = 1): World {
  const random = createRandom(seed);
  const slots = new Map(site.nodes.map((node) => [node.name, slotsOf(node)]));
  const arrivals = site.apps.map((app) => firstArrival(app, startSeconds, random));
  const listeners: ((event: PodEvent) => void)[] = [];
  const truth = createTruth();
  const tell = (type: PodEvent['type'], pod: WorldPod): void => {
    for (const listener of listeners) listener({ type, pod });
  };
  const states = new Map(
    site.nodes.flatMap(({ gpus }) => gpus).map((gpu) => [gpu.uuid, startState(gpu)]),
  );
  let pods: WorldPod[] = [];
  let now = startSeconds;
  let serial = 0;

  function arrive(): void {
    for (const arrival of arrivals) {
      if (arrival.atSeconds > now) continue;
      serial += 1;
      const pod = createPod(arrival.app, serial, now, random);
      pods.push(pod);
      arrival.atSeconds = now + random.waiting(arrival.app.everySeconds);
      tell('ADDED', pod);
    }
  }

  function schedule(): void {
    const taken = new Set(
      pods.filter(({ phase }) => phase === 'Running').flatMap((pod) => pod.slots),
    );
    for (const pod of pods) {
      if (pod.phase !== 'Pending') continue;
      const found = findSlots(pod, [...slots.values()], taken);
      if (found === undefined) continue;
      for (const slot of found) taken.add(slot);
      Object.assign(pod, { slots: found, phase: 'Running', startSeconds: now });
      tell('MODIFIED', pod);
    }
  }

  function end(): void {
    for (const pod of pods) {
      if (pod.phase !== 'Running' || now < (pod.startSeconds ?? now) + pod.livesSeconds) continue;
      Object.assign(pod, { slots: [], phase: 'Succeeded', endSeconds: now });
      tell('MODIFIED', pod);
    }
    const gone = pods.filter(
      ({ app, endSeconds }) =>
        endSeconds !== undefined && (app.owner !== 'Job' || now - endSeconds > KEPT_SECONDS),
    );
    pods = pods.filter((pod) => !gone.includes(pod));
    for (const pod of gone) tell('DELETED', pod);
  }

  function work(seconds: number): void {
    for (const [uuid, state] of states) {
      const uses = usesOf(state.gpu, pods, now);
      states.set(uuid, advanceState(state, uses, seconds, now));
      for (const use of uses) {
        const part = partHeld(state, use.pod);
        truth.add(use.pod, part * seconds, use.busy * wholeOf(use.pod, state) * seconds);
      }
    }
  }

  return {
    site,
    nowSeconds: () => now,
    advance(toSeconds) {
      while (now < toSeconds) {
        const step = Math.min(STEP_SECONDS, toSeconds - now);
        work(step);
        now += step;
        end();
        arrive();
        schedule();
      }
    },
    pods: () => pods,
    gpus: (node) => node.gpus.map((gpu) => states.get(gpu.uuid) ?? startState(gpu)),
    slots: (node) => slots.get(node.name) ?? [],
    truth: () => truth.all(),
    onPod: (listener) => listeners.push(listener),
  };
}

/** Some of each app are there soon after the start, so that nobody has to wait for the first. */
const firstArrival = (app: WorldApp, startSeconds: number, random: Random): Arrival => ({
  app,
  atSeconds: startSeconds + random.between(0, Math.min(30, app.everySeconds)),
});

/** Free slots of one node, as many as the pod asks for; undefined while no node has them. */
function findSlots(
  { app }: WorldPod,
  nodes: readonly (readonly Slot[])[],
  taken: ReadonlySet<Slot>,
): readonly Slot[] | undefined {
  for (const slots of nodes) {
    const free = slots.filter((slot) => slot.resource === app.resource && !taken.has(slot));
    if (free.length >= app.count) return free.slice(0, app.count);
  }
  return undefined;
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
