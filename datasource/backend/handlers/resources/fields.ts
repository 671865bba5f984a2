import { noticesJson } from '../reading/noticesJson.js';
import type { ValuesAnswer, ValuesRequest } from '@gpuscope/datasource/shared';
import { fieldsOf, fieldsSearch } from '@gpuscope/aggregation/logs';
import type { Admitted } from '../ask.js';
import { makePlan } from '../plan/makePlan.js';
import { checkedRange } from '../range.js';
import { distinct, partialNotices } from '../reading/notices.js';
import { readHits } from '../reading/readHits.js';
import { searchPlanned } from '../reading/searchPlanned.js';

/**
 * The names that lines can be filtered and counted by, as the newest of the caller's own lines have them: the store's
 * mapping tells the names of everybody's fields.
 */
export async function fields(
  admitted: Admitted,
  { selection, prefix = '', range }: ValuesRequest,
  signal: AbortSignal,
): Promise<ValuesAnswer> {
  const { rangeMs } = admitted.session.settings.limits;
  const planned = await makePlan(admitted, selection, checkedRange(range, rangeMs), signal);
  const { plan, known } = planned;
  const search = { kind: 'fields', plan, bodyOf: fieldsSearch };
  const answer = await searchPlanned(admitted, search, signal);
  const { scope } = plan;
  const read = await readHits(
    answer.hits,
    admitted,
    { known, scope, words: '', columns: [] },
    signal,
  );
  const names = fieldsOf(known.layouts, known.caps, read.hits);
  const begins = prefix.toLowerCase();
  const notices = distinct([...planned.notices, ...partialNotices(answer), ...read.notices]);
  return {
    values: names.filter((name) => name.toLowerCase().startsWith(begins)).map((text) => ({ text })),
    isCut: false,
    ...noticesJson(notices),
  };
}
