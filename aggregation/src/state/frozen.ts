/** Cycles for which every energy counter must stand still before the source counts as frozen. */
const STILL_CYCLES = 4;

/** Notices a source that repeats itself: energy cannot stand still while power is drawn. */
export interface FrozenDetector {
  /** Joules and watts of each board that reports both; true once all stood still for four cycles. */
  advance(boards: readonly { uuid: string; joules: number; watts: number }[]): boolean;
}

export function createFrozenDetector(): FrozenDetector {
  let last = new Map<string, number>();
  let still = 0;
  return {
    advance(boards) {
      // A counter at 0 is one that the chip does not keep.
      const counting = boards.filter(({ joules, watts }) => joules > 0 && watts > 0);
      const stood =
        counting.length > 0 && counting.every(({ uuid, joules }) => last.get(uuid) === joules);
      still = stood ? still + 1 : 0;
      last = new Map(counting.map(({ uuid, joules }) => [uuid, joules]));
      return still >= STILL_CYCLES;
    },
  };
}
