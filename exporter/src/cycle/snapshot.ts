import type { CycleReport, Series } from '@gpuscope/aggregation';
import { rowOf } from '@gpuscope/aggregation';

/** What a scrape is given: the outcome of the last cycle, or of the last look at the pods. */
export interface Snapshot {
  readonly series: readonly Series[];
  readonly report?: CycleReport;
  /** Monotonic milliseconds at which it was made. */
  readonly atMs: number;
}

/** Where the newest snapshot lies. */
export interface SnapshotStore {
  publish(snapshot: Snapshot): void;
  latest(): Snapshot | undefined;
}

export function createSnapshotStore(): SnapshotStore {
  let latest: Snapshot | undefined;
  return {
    publish(snapshot) {
      latest = snapshot;
    },
    latest: () => latest,
  };
}

/**
 * What may still be served of a snapshot of this age: all of it, or only the accounts, which stay true however old.
 * The age exceeds `dropAfterMs` only when cycles themselves fail.
 */
export function servable(
  snapshot: Snapshot,
  ageMs: number,
  dropAfterMs: number,
): readonly Series[] {
  if (ageMs <= dropAfterMs) return snapshot.series;
  return snapshot.series.filter(({ metric }) => rowOf(metric).level === 'account');
}
