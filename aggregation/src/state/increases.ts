/** Follows counters of a source from cycle to cycle. */
export interface Increases {
  /**
   * How much a counter grew since its last reading; undefined at its first. A counter that fell was reset and has
   * grown by its present value, as Prometheus counts it.
   */
  advance(key: string, value: number): number | undefined;
  /** Forgets the counters that no cycle has advanced since the last call. */
  sweep(): void;
}

export function createIncreases(): Increases {
  const last = new Map<string, number>();
  let seen = new Set<string>();
  return {
    advance(key, value) {
      const before = last.get(key);
      last.set(key, value);
      seen.add(key);
      if (before === undefined) return undefined;
      return value >= before ? value - before : value;
    },
    sweep() {
      for (const key of last.keys()) if (!seen.has(key)) last.delete(key);
      seen = new Set();
    },
  };
}
