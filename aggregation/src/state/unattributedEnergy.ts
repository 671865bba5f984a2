import type { Unowned } from '../attribution/split.js';
import type { LabelSet } from '../series/series.js';

/** Joules of one board and reason since this exporter started; the labels carry both. */
export interface UnattributedTotal {
  readonly labels: LabelSet;
  readonly joules: number;
}

/** Energy that was charged to no account, by board and reason. */
export interface UnattributedEnergy {
  add(board: LabelSet, joules: Readonly<Partial<Record<Unowned, number>>>): void;
  totals(): readonly UnattributedTotal[];
}

export function createUnattributedEnergy(): UnattributedEnergy {
  const totals = new Map<string, UnattributedTotal>();
  return {
    add(board, joules) {
      for (const [reason, value] of Object.entries(joules)) {
        if (value === 0) continue;
        const labels = { ...board, reason };
        const key = JSON.stringify(Object.values(labels));
        totals.set(key, { labels, joules: (totals.get(key)?.joules ?? 0) + value });
      }
    },
    totals: () => [...totals.values()],
  };
}
