import type { SearchPlan, Selection } from '@gpuscope/aggregation/logs';
import { linesSearch } from '@gpuscope/aggregation/logs';
import type { Admitted } from '../ask.js';
import { searchStore } from '../reading/searchStore.js';

/** Levels that only lines tell are looked for by their words. */
const asksText = ({ words = '', lucene = '', levels = [] }: Selection): boolean =>
  words.trim() !== '' || lucene.trim() !== '' || levels.length > 0;

/**
 * How many records words would be looked for in; undefined where there are no words. A store counts them in passing,
 * as it needs to read none.
 */
export async function countDocuments(
  admitted: Admitted,
  plan: SearchPlan,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (!asksText(plan.selection)) return undefined;
  const { words, lucene, levels, ...selection } = plan.selection;
  const question = { show: 'lines', selection, direction: 'newest', limit: 0 } as const;
  const whole = linesSearch({ ...plan, selection }, question, { columns: [], size: 0 });
  const { sort, _source, track_total_hits: tracked, ...body } = whole;
  const exact = tracked === undefined ? {} : { track_total_hits: true };
  const search = { index: plan.index, body: { ...body, ...exact } };
  return (await searchStore(admitted, 'documents', search, signal)).total;
}
