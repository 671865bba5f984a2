import type { SearchPlan, Selection } from '@gpuscope/aggregation/logs';
import { linesSearch } from '@gpuscope/aggregation/logs';
import type { Admitted } from '../ask.js';
import { searchStore } from '../reading/searchStore.js';

const asksText = ({ words = '', lucene = '' }: Selection): boolean =>
  words.trim() !== '' || lucene.trim() !== '';

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
  const { words: _, lucene: __, ...selection } = plan.selection;
  const question = { show: 'lines', selection, direction: 'newest', limit: 0 } as const;
  const whole = linesSearch({ ...plan, selection }, question, { columns: [], size: 0 });
  const { sort: ___, _source: ____, track_total_hits: tracked, ...body } = whole;
  const exact = tracked === undefined ? {} : { track_total_hits: true };
  const search = { index: plan.index, body: { ...body, ...exact } };
  return (await searchStore(admitted, 'documents', search, signal)).total;
}
