/** Tells when the driver's time stands still for too long to be believed. */
export interface Standstill {
  /** @param to how far the driver's time has come, µs; undefined where nothing tells */
  isStuck(to: number | undefined, monotonicMs: number): boolean;
}

/**
 * A driver samples at least once a second. Where nothing newer comes for this long, its stamps may be of another clock than
 * before: who goes on asking for what is newer than a stamp of the old one would wait for ever.
 */
const LONGEST_MS = 10_000;

export function createStandstill(): Standstill {
  let known: { readonly to: number; readonly atMs: number } | undefined;
  return {
    isStuck(to, monotonicMs) {
      if (to === undefined || known === undefined || to !== known.to) {
        known = to === undefined ? undefined : { to, atMs: monotonicMs };
        return false;
      }
      if (monotonicMs - known.atMs < LONGEST_MS) return false;
      known = undefined;
      return true;
    },
  };
}
