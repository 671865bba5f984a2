import { GpuscopeError } from '@gpuscope/aggregation';
import { wordsOf } from '../errorWords.js';
import type { Clock } from '../clock.js';

/** How an upstream did when it was last asked. */
export interface KeptStatus {
  readonly up: boolean;
  readonly durationSeconds: number;
  /** Seconds since the epoch; 0 before the first success. */
  readonly lastSuccessSeconds: number;
  /** Of the last failure; undefined when up. */
  readonly error?: GpuscopeError;
}

/** An answer, and whether it came this time. */
export interface Answer<Value> {
  readonly value: Value;
  readonly fresh: boolean;
}

/** Asks an upstream again and again, and remembers its last good answer for a while. */
export interface Kept<Value, Argument> {
  readonly name: string;
  /** Never throws and never takes longer than the time-out. Undefined: no answer, and none that is young enough. */
  ask(argument: Argument): Promise<Answer<Value> | undefined>;
  readonly status: () => KeptStatus;
  /** Ends the request under way, if any; it does not count as failed. */
  close(): void;
}

export interface KeptOptions<Value, Argument> {
  readonly name: string;
  readonly request: (argument: Argument, signal: AbortSignal) => Promise<Value>;
  readonly timeoutMs: number;
  /** How long a good answer serves after it came. */
  readonly keepMs: number;
  readonly timeoutCode: 'SOURCE_TIMEOUT' | 'HOLDER_TIMEOUT';
  readonly clock: Clock;
}

/** Makes an error of ours of whatever was thrown. */
export function asGpuscopeError(error: unknown): GpuscopeError {
  if (error instanceof GpuscopeError) return error;
  return new GpuscopeError('INTERNAL', wordsOf(error), { cause: error });
}

/** Settles with the work or, when the controller aborts, with its reason, even if the work never heeds the signal. */
async function unlessAborted<Value>(
  { signal }: AbortController,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(asGpuscopeError(signal.reason)), { once: true });
  });
  return Promise.race([work(signal), aborted]);
}

export function createKept<Value, Argument>(
  options: KeptOptions<Value, Argument>,
): Kept<Value, Argument> {
  const { name, request, timeoutMs, keepMs, timeoutCode, clock } = options;
  let good: { readonly value: Value; readonly atMs: number } | undefined;
  let status: KeptStatus = { up: false, durationSeconds: 0, lastSuccessSeconds: 0 };
  let closed = false;
  let underWay: AbortController | undefined;

  async function requestOnce(argument: Argument): Promise<Value> {
    const controller = new AbortController();
    underWay = controller;
    const timer = setTimeout(() => {
      const text = `${name}: no answer within ${Math.round(timeoutMs)} ms`;
      controller.abort(new GpuscopeError(timeoutCode, text));
    }, timeoutMs);
    try {
      return await unlessAborted(controller, (signal) => request(argument, signal));
    } finally {
      clearTimeout(timer);
      underWay = undefined;
    }
  }

  return {
    name,
    status: () => status,
    close() {
      closed = true;
      underWay?.abort(new GpuscopeError('INTERNAL', `${name}: the exporter is ending`));
    },
    async ask(argument) {
      const startMs = clock.monotonicMs();
      const seconds = (): number => (clock.monotonicMs() - startMs) / 1000;
      try {
        const value = await requestOnce(argument);
        good = { value, atMs: clock.monotonicMs() };
        const lastSuccessSeconds = clock.nowMs() / 1000;
        status = { up: true, durationSeconds: seconds(), lastSuccessSeconds };
        return { value, fresh: true };
      } catch (error) {
        // That we end is no failure of theirs.
        if (closed) return undefined;
        status = {
          up: false,
          durationSeconds: seconds(),
          lastSuccessSeconds: status.lastSuccessSeconds,
          error: asGpuscopeError(error),
        };
      }
      if (good !== undefined && clock.monotonicMs() - good.atMs <= keepMs) {
        return { value: good.value, fresh: false };
      }
      good = undefined;
      return undefined;
    },
  };
}
