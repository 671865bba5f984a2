import { IDLE_BELOW } from '../attribution/split.js';
import type { Workload } from '../attribution/workload.js';

/** Remembers when each workload was first seen and last used its device. */
export interface Activity {
  /**
   * Takes in the present workloads. Those that are gone are remembered for an hour: a device or its holders that could
   * not be seen for a while make nobody idle. Times in milliseconds since the epoch.
   */
  advance(
    workloads: readonly Workload[],
    nowMs: number,
    startMs: (workload: Workload) => number | undefined,
  ): void;
  /** Undefined where utilisation was never measured. */
  lastActiveMs(key: string): number | undefined;
  firstSeenMs(key: string): number | undefined;
}

const KEPT_MS = 3_600_000;

interface Seen {
  readonly firstMs: number;
  readonly lastMs: number;
  readonly startMs: number | undefined;
  readonly activeMs: number | undefined;
}

export function createActivity(): Activity {
  const seen = new Map<string, Seen>();
  let startedMs: number | undefined;
  return {
    advance(workloads, nowMs, startMsOf) {
      startedMs ??= nowMs;
      for (const workload of workloads) {
        const startMs = startMsOf(workload);
        const before = sameRun(seen.get(workload.key), startMs);
        const bornMs = Math.min(nowMs, Math.max(startedMs, startMs ?? nowMs));
        seen.set(workload.key, {
          firstMs: before?.firstMs ?? nowMs,
          lastMs: nowMs,
          startMs: startMs ?? before?.startMs,
          activeMs: activeMs(workload, nowMs, before, bornMs),
        });
      }
      for (const [key, { lastMs }] of seen) if (nowMs - lastMs >= KEPT_MS) seen.delete(key);
    },
    lastActiveMs: (key) => seen.get(key)?.activeMs,
    firstSeenMs: (key) => seen.get(key)?.firstMs,
  };
}

/** A pod that started at another time is another pod of the same name, as StatefulSets make them. */
function sameRun(before: Seen | undefined, startMs: number | undefined): Seen | undefined {
  const both = before?.startMs !== undefined && startMs !== undefined;
  return both && before.startMs !== startMs ? undefined : before;
}

/** Before the first use it is the later of the workload's start and ours: earlier use was not seen. */
function activeMs(
  { utilization }: Workload,
  nowMs: number,
  before: Seen | undefined,
  bornMs: number,
): number | undefined {
  if (utilization === undefined) return before?.activeMs;
  if (utilization >= IDLE_BELOW) return nowMs;
  return before?.activeMs ?? bornMs;
}
