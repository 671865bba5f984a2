/** Longer and longer pauses, each a random part of its longest, so that a thousand nodes do not come back at once. */
export interface Backoff {
  /** Milliseconds to wait after one more failure. `atLeastMs`: what the server asked for. */
  next(atLeastMs?: number): number;
  /** Failures in a row. */
  readonly failures: number;
  reset(): void;
}

export interface BackoffOptions {
  readonly firstMs: number;
  readonly maxMs: number;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
}

/** The pause before retry n is between half and the whole of first × 2ⁿ⁻¹, and never over `maxMs`. */
export function createBackoff({ firstMs, maxMs, random }: BackoffOptions): Backoff {
  let failures = 0;
  return {
    next(atLeastMs = 0) {
      const longest = Math.min(maxMs, firstMs * 2 ** Math.min(failures, 30));
      failures += 1;
      const own = longest * (0.5 + random() / 2);
      return Math.max(own, Math.min(atLeastMs, maxMs) * (1 + random() / 10));
    },
    get failures() {
      return failures;
    },
    reset() {
      failures = 0;
    },
  };
}
