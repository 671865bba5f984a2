import type { NvmlSnapshot } from '@gpuscope/aggregation';

/** Tells when NVML should be started anew for the sake of a lost device: one that came back may be seen only then. */
export interface LostRenewal {
  /** A look came. @returns whether it is time */
  looked(snapshot: Pick<NvmlSnapshot, 'lost'>, monotonicMs: number): boolean;
}

const FIRST_MS = 60_000;
const LONGEST_MS = 3_600_000;

/** After a minute, then ever less often, as long as some device is lost. */
export function createLostRenewal(): LostRenewal {
  let waitMs = FIRST_MS;
  let sinceMs: number | undefined;
  return {
    looked({ lost }, monotonicMs) {
      if (lost.length === 0) {
        waitMs = FIRST_MS;
        sinceMs = undefined;
        return false;
      }
      sinceMs ??= monotonicMs;
      if (monotonicMs - sinceMs < waitMs) return false;
      waitMs = Math.min(LONGEST_MS, waitMs * 2);
      sinceMs = monotonicMs;
      return true;
    },
  };
}
