import type { Unowned } from '../attribution/split.js';
import type { LabelSet } from '../series/series.js';

/** Joules of one board and reason since this exporter started; the labels carry both. */
export interface UnattributedTotal {
  readonly labels: LabelSet;
  readonly joules: number;
}

/** Energy that was charged to no account, by board and reason. */
export interface UnattributedEnergy {
  /** A reason counts from the board's first cycle, at 0 if need be: a counter that is born later has no increase. */
  add(board: LabelSet, joules: Readonly<Record<Unowned, number>>, monotonicMs: number): void;
  /** Boards seen within the last hour; older ones are forgotten. */
  totals(monotonicMs: number): readonly UnattributedTotal[];
}

const KEPT_MS = 3_600_000;

interface Entry {
  readonly total: UnattributedTotal;
  readonly addedMs: number;
}

export function createUnattributedEnergy(): UnattributedEnergy {
  const entries = new Map<string, Entry>();
  return {
    add(board, joules, monotonicMs) {
      for (const [reason, value] of Object.entries(joules)) {
        const labels = { ...board, reason };
        const key = JSON.stringify(Object.values(labels));
        const total = { labels, joules: (entries.get(key)?.total.joules ?? 0) + value };
        entries.set(key, { total, addedMs: monotonicMs });
      }
    },
    totals(monotonicMs) {
      for (const [key, { addedMs }] of entries) {
        if (monotonicMs - addedMs >= KEPT_MS) entries.delete(key);
      }
      return [...entries.values()].map(({ total }) => total);
    },
  };
}
