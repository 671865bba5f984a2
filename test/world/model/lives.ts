import { createPod, type WorldPod } from './pods.js';
import type { Random } from './random.js';
import type { WorldApp } from './site.js';
import type { Slot } from './slots.js';

/** A pod came, changed or went; what a Kubernetes watch would tell. */
export interface PodEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly pod: WorldPod;
}

/** The pods of the site: they arrive, wait for slots, run, end and are forgotten. */
export interface Lives {
  readonly pods: () => readonly WorldPod[];
  /** One step of everybody's life, at this time. */
  readonly step: (nowSeconds: number) => void;
}

/** A pod that ended is kept this long, as a Job's pods are. */
const KEPT_SECONDS = 300;

interface Arrival {
  readonly app: WorldApp;
  atSeconds: number;
  /** Those that follow, the next first, where the app says when. */
  readonly then: number[];
}

export function createLives(
  apps: readonly WorldApp[],
  nodes: readonly NodeSlots[],
  startSeconds: number,
  random: Random,
  tell: (event: PodEvent) => void,
): Lives {
  const arrivals = apps.map((app) => firstArrival(app, startSeconds, random));
  let pods: WorldPod[] = [];
  let serial = 0;
  const seen = new Set<WorldApp>();

  function arrive(now: number): void {
    for (const arrival of arrivals.filter(({ atSeconds }) => atSeconds <= now)) {
      const { app, then } = arrival;
      arrival.atSeconds =
        app.arrivesAt === undefined
          ? now + random.waiting(app.everySeconds)
          : (then.shift() ?? Infinity);
      if (isFull(app, pods)) continue;
      serial += 1;
      const pod = createPod(app, serial, now, random, !seen.has(app));
      seen.add(app);
      pods.push(pod);
      tell({ type: 'ADDED', pod });
    }
  }

  function end(now: number): void {
    for (const pod of pods) {
      if (pod.phase !== 'Running' || now < (pod.startSeconds ?? now) + pod.livesSeconds) continue;
      Object.assign(pod, { slots: [], phase: 'Succeeded', endSeconds: now });
      tell({ type: 'MODIFIED', pod });
    }
    const gone = new Set(pods.filter((pod) => isForgotten(pod, now)));
    pods = pods.filter((pod) => !gone.has(pod));
    for (const pod of gone) tell({ type: 'DELETED', pod });
  }

  return {
    pods: () => pods,
    step(now) {
      end(now);
      arrive(now);
      for (const pod of schedule(pods, nodes, now)) tell({ type: 'MODIFIED', pod });
    },
  };
}

const isForgotten = ({ app, endSeconds }: WorldPod, now: number): boolean =>
  endSeconds !== undefined && (app.owner !== 'Job' || now - endSeconds > KEPT_SECONDS);

/** Some of each app are there soon after the start, so that nobody has to wait for the first. */
function firstArrival(app: WorldApp, startSeconds: number, random: Random): Arrival {
  const soon = startSeconds + random.between(0, Math.min(30, app.everySeconds));
  const [atSeconds = app.arrivesAt === undefined ? soon : Infinity, ...then] = app.arrivesAt ?? [];
  return { app, atSeconds, then };
}

const isFull = (app: WorldApp, pods: readonly WorldPod[]): boolean =>
  app.atMost !== undefined &&
  pods.filter((pod) => pod.app === app && pod.phase !== 'Succeeded').length >= app.atMost;

/** What a node has to give. */
export interface NodeSlots {
  readonly node: string;
  readonly slots: readonly Slot[];
}

/** Gives free slots to those who wait, oldest first; answers who got some. */
function schedule(pods: readonly WorldPod[], nodes: readonly NodeSlots[], now: number): WorldPod[] {
  if (pods.every(({ phase }) => phase !== 'Pending')) return [];
  const taken = new Set(pods.flatMap((pod) => pod.slots));
  return pods.filter((pod) => {
    if (pod.phase !== 'Pending') return false;
    const found = findSlots(pod, nodes, taken);
    if (found === undefined) return false;
    for (const slot of found.slots) taken.add(slot);
    Object.assign(pod, { ...found, phase: 'Running', startSeconds: now });
    return true;
  });
}

/** Free slots of one node, as many as the pod asks for; undefined while no node has them. */
function findSlots(
  { app, seed }: WorldPod,
  nodes: readonly NodeSlots[],
  taken: ReadonlySet<Slot>,
): NodeSlots | undefined {
  const allowed = nodes.filter(({ node }) => app.nodes?.includes(node) ?? true);
  // Who asks for no device fits anywhere, and is spread.
  const first = app.count === 0 ? seed % allowed.length : 0;
  for (const { node, slots } of [...allowed.slice(first), ...allowed.slice(0, first)]) {
    const free = slots.filter((slot) => slot.resource === app.resource && !taken.has(slot));
    if (free.length >= app.count) return { node, slots: free.slice(0, app.count) };
  }
  return undefined;
}
