import type { WorldPod } from '../../model/pods.js';
import type { World } from '../../model/world.js';
import { eventRecord, type EventTruth } from '../shapes/events.js';
import type { ShippedRecord } from '../shapes/index.js';
import { killEvents, oomEvents, startEvents, troubleEvents, waitEvent } from './podEvents.js';

/** The Kubernetes events of a site in motion. */
export interface EventLog {
  /** The events from where the last call ended, up to here, the oldest first; the world must have got that far. */
  until(toMs: number): readonly ShippedRecord[];
}

/** The scheduler says again that it finds no node, this often. */
const WAIT_MS = 300_000;

/** Listens to a world from its start on. */
export function createEventLog(world: World): EventLog {
  const { cluster, nodes } = world.site;
  /** Pods that wait, and when that is said next. */
  const waiting = new Map<WorldPod, number>();
  const started = new Set<WorldPod>();
  let coming: EventTruth[] = [];

  function wait(pod: WorldPod, toMs: number): void {
    let ms = waiting.get(pod) ?? toMs;
    for (; ms < toMs; ms += WAIT_MS) {
      coming.push(waitEvent(pod, { cluster, nodes: nodes.length, ms }));
    }
    waiting.set(pod, ms);
  }

  function start(pod: WorldPod): void {
    const ms = (pod.startSeconds ?? 0) * 1000;
    wait(pod, ms);
    waiting.delete(pod);
    started.add(pod);
    coming.push(...startEvents(pod, cluster));
    coming.push(...troubleEvents(pod, cluster).filter((event) => event.ms > ms));
    if (!pod.isFirst) return;
    const kills = (pod.app.killedAt ?? []).filter((at) => at * 1000 > ms);
    coming.push(...kills.flatMap((at) => oomEvents(pod, cluster, at * 1000)));
  }

  world.onPod(({ type, pod }) => {
    if (type === 'ADDED') waiting.set(pod, pod.createdSeconds * 1000 + 1000);
    else if (type === 'MODIFIED' && pod.phase === 'Running' && !started.has(pod)) start(pod);
    else if (type === 'DELETED') {
      waiting.delete(pod);
      started.delete(pod);
      if (pod.app.owner === 'Job') return;
      coming.push(...killEvents(pod, cluster, (pod.endSeconds ?? 0) * 1000));
    }
  });

  return {
    until(toMs) {
      for (const pod of waiting.keys()) wait(pod, toMs);
      const due = coming.filter(({ ms }) => ms < toMs);
      coming = coming.filter(({ ms }) => ms >= toMs);
      return due.sort((a, b) => a.ms - b.ms).map(eventRecord);
    },
  };
}
