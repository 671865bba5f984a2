/** The longest time, in intervals, that one cycle may charge to those who are present at its end. */
const MOST_INTERVALS = 3;

/** Time since the last charge, in seconds: what is charged, and what nobody can be charged for. */
export interface Charge {
  readonly seconds: number;
  readonly unmeasured: number;
}

/** Measures the time between charges on the monotonic clock, so that a jump of the wall clock costs nobody. */
export interface Meter {
  advance(monotonicMs: number): Charge;
}

export function createMeter(intervalMs: number): Meter {
  let lastMs: number | undefined;
  return {
    advance(monotonicMs) {
      const elapsed = lastMs === undefined ? 0 : Math.max(0, monotonicMs - lastMs);
      lastMs = monotonicMs;
      const charged = Math.min(elapsed, MOST_INTERVALS * intervalMs);
      return { seconds: charged / 1000, unmeasured: (elapsed - charged) / 1000 };
    },
  };
}

/** A meter for each of many, such as boards, that can be left out of a cycle. */
export interface Meters {
  advance(key: string, monotonicMs: number): Charge;
}

export function createMeters(intervalMs: number): Meters {
  const meters = new Map<string, Meter>();
  return {
    advance(key, monotonicMs) {
      const meter = meters.get(key) ?? createMeter(intervalMs);
      meters.set(key, meter);
      return meter.advance(monotonicMs);
    },
  };
}
