import { GpuscopeError } from '@gpuscope/aggregation';
import type { ValuesQuestion } from '@gpuscope/aggregation/logs';
import { readValues, valuesSearch } from '@gpuscope/aggregation/logs';
import type { ValuesAnswer, ValuesRequest } from '@gpuscope/datasource/shared';
import type { Admitted } from '../ask.js';
import { clamped } from '../clamped.js';
import { countable } from '../plan/countable.js';
import { makePlan } from '../plan/makePlan.js';
import { checkedRange } from '../range.js';
import { distinct, partialNotices } from '../reading/notices.js';
import { searchStore } from '../reading/searchStore.js';

const DEFAULT_TOP = 1000;
const MAX_TOP = 10_000;

/** The values that a name has in the lines that the caller may see, with counts. */
export async function values(
  admitted: Admitted,
  { selection, name = '', prefix, top = DEFAULT_TOP, range }: ValuesRequest,
  signal: AbortSignal,
): Promise<ValuesAnswer> {
  if (name === '')
    throw new GpuscopeError(
      'QUERY_INVALID',
      'name is missing: it must be a name such as app, pod or label.<key>',
    );
  const most = clamped(top, MAX_TOP, 'values');
  const question: ValuesQuestion = {
    show: 'values',
    selection,
    name,
    top: most.count,
    ...(prefix !== undefined && { prefix }),
  };
  const { rangeMs } = admitted.session.settings.limits;
  const made = await makePlan(admitted, selection, checkedRange(range, rangeMs), signal);
  const planned = await countable(admitted, made, [name], signal);
  const { plan } = planned;
  const body = valuesSearch(plan, question);
  const answer = await searchStore(admitted, 'values', { index: plan.index, body }, signal);
  const notices = distinct([...planned.notices, ...most.notices, ...partialNotices(answer)]);
  return { ...readValues(plan, question, answer), notices: notices.map(({ text }) => text) };
}
