import type { NvmlFailure } from '@gpuscope/aggregation';
import type { NvmlError, NvmlResult } from '../library/result.js';

/** One look at a device: what was asked, and what went wrong on the way. */
export interface Reading {
  /**
   * Asks for one thing. Undefined where the chip or the driver lacks it, or the call failed; after a failure that ends the
   * look nothing is asked any more.
   *
   * @param call its name, for `failures`
   */
  take<Value>(call: string, ask: () => NvmlResult<Value>): Value | undefined;
  /** Calls that failed for other reasons than that the chip or the driver lacks them; each once. */
  readonly failures: readonly NvmlFailure[];
  /** The first failure that says that the device is lost, or that NVML has to be started anew. */
  readonly ended: NvmlError | undefined;
}

export function createReading(): Reading {
  const failures = new Map<string, NvmlFailure>();
  let ended: NvmlError | undefined;
  return {
    take(call, ask) {
      if (ended !== undefined) return undefined;
      const result = ask();
      if (result.ok) return result.value;
      const { code, kind } = result;
      if (kind === 'absent') return undefined;
      failures.set(`${call} ${code}`, { call, code });
      if (kind === 'lost' || kind === 'restart') ended = result;
      return undefined;
    },
    get failures() {
      return [...failures.values()];
    },
    get ended() {
      return ended;
    },
  };
}
