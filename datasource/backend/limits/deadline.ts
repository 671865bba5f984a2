import { GpuscopeError, say } from '@gpuscope/aggregation';

/**
 * Runs `work` with a signal that ends when the asker leaves or the time is up. Throws STORE_TIMEOUT when it was the
 * time.
 */
export async function withDeadline<T>(
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const over = AbortSignal.timeout(ms);
  try {
    return await work(AbortSignal.any([signal, over]));
  } catch (error) {
    if (!over.aborted || signal.aborted) throw error;
    throw new GpuscopeError('STORE_TIMEOUT', say('question.late', { seconds: ms / 1000 }), {
      cause: error,
    });
  }
}
