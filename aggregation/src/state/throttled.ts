import { boardId, type Figures } from '../attribution/figures.js';
import type { Workload } from '../attribution/workload.js';
import { createIncreases, type Increases } from './increases.js';

/** Throttled seconds of a board, charged to whoever holds it (or an instance of it) alone. */
export interface Throttled {
  advance(workloads: readonly Workload[], figures: Figures): void;
  /** Seconds since the workload held the device alone, by reason. */
  of(key: string): ReadonlyMap<string, number>;
}

export function createThrottled(): Throttled {
  const increases = createIncreases();
  let totals = new Map<string, Map<string, number>>();
  return {
    advance(workloads, figures) {
      const next = new Map<string, Map<string, number>>();
      const grown = new Map<string, ReadonlyMap<string, number>>();
      for (const { uuid } of workloads.map(({ leaf }) => leaf)) {
        if (!grown.has(uuid)) grown.set(uuid, boardIncreases(uuid, figures, increases));
      }
      for (const { key, alone, leaf } of workloads) {
        if (alone) next.set(key, plus(totals.get(key), grown.get(leaf.uuid) ?? new Map()));
      }
      increases.sweep();
      totals = next;
    },
    of: (key) => totals.get(key) ?? new Map<string, number>(),
  };
}

function boardIncreases(uuid: string, figures: Figures, increases: Increases): Map<string, number> {
  const readings = figures.readings('gpu_throttle_seconds_total', boardId(uuid));
  return new Map(
    readings.map(({ labels, value }) => {
      const reason = labels?.['reason'] ?? '';
      return [reason, increases.advance(`${uuid}/${reason}`, value) ?? 0];
    }),
  );
}

/** A workload that was not alone before starts at 0: what came earlier was not on its watch. */
function plus(
  before: ReadonlyMap<string, number> | undefined,
  grown: ReadonlyMap<string, number>,
): Map<string, number> {
  return new Map(
    [...grown].map(([reason, seconds]) => [
      reason,
      before === undefined ? 0 : (before.get(reason) ?? 0) + seconds,
    ]),
  );
}
