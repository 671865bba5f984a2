import type { StoreAnswer, StoreSearch } from '../../stores/port.js';
import type { Admitted } from '../ask.js';

/** Asks the store and counts the time that it took. */
export async function searchStore(
  { session, metrics }: Pick<Admitted, 'session' | 'metrics'>,
  kind: string,
  search: StoreSearch,
  signal: AbortSignal,
): Promise<StoreAnswer> {
  const answer = await session.store.search(search, signal);
  metrics.stored(kind, answer.tookMs / 1000);
  return answer;
}
