import type { ErrorCode, Said } from '@gpuscope/aggregation';
import { GpuscopeError, say } from '@gpuscope/aggregation';

/** What is thrown when the time is up. */
type LateWords = readonly [code: ErrorCode, said: Said];

const storeLate = (seconds: number): LateWords => [
  'STORE_TIMEOUT',
  say('question.late', { seconds }),
];

/**
 * Runs `work` with a signal that ends when the asker leaves or the time is up. Throws STORE_TIMEOUT, or what `late`
 * says, when it was the time.
 */
export async function withDeadline<T>(
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
  late: (seconds: number) => LateWords = storeLate,
): Promise<T> {
  const over = AbortSignal.timeout(ms);
  try {
    return await work(AbortSignal.any([signal, over]));
  } catch (error) {
    if (!over.aborted || signal.aborted) throw error;
    throw new GpuscopeError(...late(ms / 1000), { cause: error });
  }
}
