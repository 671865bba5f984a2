import { GpuscopeError, say } from '@gpuscope/aggregation';
import { withDeadline } from '../limits/deadline.js';

/** Waits for `work`, but no longer than the signal allows; the work itself goes on for whoever else waits. */
export async function whileWanted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const gone = (): GpuscopeError => new GpuscopeError('CANCELLED', say('question.gone'));
  if (signal.aborted) {
    work.catch(() => undefined);
    throw gone();
  }
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(gone());
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

export interface CachedOptions {
  readonly ttlMs: number;
  /** The load is given up after this long. */
  readonly timeoutMs: number;
  /** Monotonic. */
  readonly now: () => number;
  readonly onLook?: (found: 'hit' | 'miss') => void;
}

/** A value that is loaded once for all who ask at once, and kept for a while; a failed load is not kept. */
export function cached<T>(
  load: (signal: AbortSignal) => Promise<T>,
  { ttlMs, timeoutMs, now, onLook }: CachedOptions,
): (signal: AbortSignal) => Promise<T> {
  let kept: { readonly value: Promise<T>; readonly untilMs: number } | undefined;
  return (signal) => {
    if (kept !== undefined && now() < kept.untilMs) {
      onLook?.('hit');
      return whileWanted(kept.value, signal);
    }
    onLook?.('miss');
    // Whoever asks first may leave: the others still wait for it.
    const value = withDeadline(timeoutMs, new AbortController().signal, load);
    const mine = { value, untilMs: now() + ttlMs };
    kept = mine;
    value.catch(() => {
      if (kept === mine) kept = undefined;
    });
    return whileWanted(value, signal);
  };
}
