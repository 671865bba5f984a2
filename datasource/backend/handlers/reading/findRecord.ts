import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { Hit, LogRecord } from '@gpuscope/aggregation/logs';
import { recordSearch } from '@gpuscope/aggregation/logs';
import type { Admitted } from '../ask.js';
import type { Planned } from '../plan/planned.js';
import { partialNotices } from './notices.js';
import { readHits } from './readHits.js';
import { searchStore } from './searchStore.js';

/** Somebody who may not see a record is told the same as where there is none. */
const unknown = (): GpuscopeError => new GpuscopeError('QUERY_INVALID', say('question.noSuchLine'));

/** One record by its id. Throws QUERY_INVALID where the scope holds none. */
export async function findRecord(
  admitted: Admitted,
  { plan, known }: Planned,
  id: string,
  signal: AbortSignal,
): Promise<{ readonly hit: Hit; readonly record: LogRecord }> {
  const search = { index: plan.index, body: recordSearch(plan, id) };
  const answer = await searchStore(admitted, 'record', search, signal);
  partialNotices(answer);
  const { records, hits } = await readHits(
    answer.hits,
    admitted,
    { known, scope: plan.scope, words: '', columns: [] },
    signal,
  );
  const [record] = records;
  const [hit] = hits;
  if (record === undefined || hit === undefined) throw unknown();
  return { hit, record };
}
