import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { ContextQuestion } from '@gpuscope/aggregation/logs';
import { contextSearch, linesTable, orderRecords } from '@gpuscope/aggregation/logs';
import { clamped } from '../clamped.js';
import { makePlan } from '../plan/makePlan.js';
import { findRecord } from '../reading/findRecord.js';
import { distinct, partialNotices } from '../reading/notices.js';
import { readHits } from '../reading/readHits.js';
import { searchStore } from '../reading/searchStore.js';
import { wayOut } from '../reading/wayOut.js';
import type { Show } from './show.js';

const DEFAULT_LINES = 50;

/** The lines before or after one, of the same pod and container, or of the same machine and unit. */
export const context: Show = async (admitted, { query, range }, signal) => {
  if (query.context === undefined)
    throw new GpuscopeError('QUERY_INVALID', say('question.contextMissing'));
  const { id, direction } = query.context;
  const limit = clamped(
    query.limit ?? DEFAULT_LINES,
    admitted.session.settings.limits.lines,
    'notice.mostLines',
  );
  const question: ContextQuestion = { show: 'context', id, direction, limit: limit.count };
  const planned = await makePlan(admitted, {}, range, signal);
  const { plan, known } = planned;
  const anchor = await findRecord(admitted, planned, id, signal);
  const body = contextSearch(plan, anchor, question);
  const answer = await searchStore(admitted, 'context', { index: plan.index, body }, signal);
  const { columns = [] } = query;
  const read = await readHits(
    answer.hits,
    admitted,
    { known, scope: plan.scope, words: '', columns },
    signal,
  );
  const { records, isExact } = orderRecords(
    read.records,
    direction === 'before' ? 'newest' : 'oldest',
  );
  const notices = distinct([
    ...planned.notices,
    ...limit.notices,
    ...partialNotices(answer),
    ...read.notices,
  ]);
  return [
    linesTable(wayOut(records), {
      notices,
      name: query.refId,
      ...(query.columns !== undefined && { columns }),
      isOrderExact: isExact,
    }),
  ];
};
