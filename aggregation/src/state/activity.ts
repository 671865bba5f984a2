import { IDLE_BELOW } from '../attribution/split.js';
import type { Workload } from '../attribution/workload.js';

/** Remembers when each workload was first seen and last used its device. */
export interface Activity {
  /** Takes in the present workloads; forgets those that are gone. Times in milliseconds since the epoch. */
  advance(
    workloads: readonly Workload[],
    nowMs: number,
    startMs: (workload: Workload) => number | undefined,
  ): void;
  /** Undefined where utilisation was never measured. */
  lastActiveMs(key: string): number | undefined;
  firstSeenMs(key: string): number | undefined;
}

interface Seen {
  readonly firstMs: number;
  readonly activeMs: number | undefined;
}

export function createActivity(): Activity {
  let seen = new Map<string, Seen>();
  let startedMs: number | undefined;
  return {
    advance(workloads, nowMs, startMs) {
      startedMs ??= nowMs;
      const born = startedMs;
      const next = new Map<string, Seen>();
      for (const workload of workloads) {
        const before = seen.get(workload.key);
        next.set(workload.key, {
          firstMs: before?.firstMs ?? nowMs,
          activeMs: activeMs(workload, nowMs, before, Math.max(born, startMs(workload) ?? nowMs)),
        });
      }
      seen = next;
    },
    lastActiveMs: (key) => seen.get(key)?.activeMs,
    firstSeenMs: (key) => seen.get(key)?.firstMs,
  };
}

/** Before the first use it is the later of the workload's start and ours: earlier use was not seen. */
function activeMs(
  workload: Workload,
  nowMs: number,
  before: Seen | undefined,
  bornMs: number,
): number | undefined {
  const { utilization } = workload;
  if (utilization === undefined) return before?.activeMs;
  if (utilization >= IDLE_BELOW) return nowMs;
  return before?.activeMs ?? Math.min(bornMs, nowMs);
}
