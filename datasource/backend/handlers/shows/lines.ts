import { say } from '@gpuscope/aggregation';
import type { LinesQuestion, Notice } from '@gpuscope/aggregation/logs';
import {
  joinStacks,
  linesTable,
  orderRecords,
  searchWords,
  info,
} from '@gpuscope/aggregation/logs';
import { clamped } from '../clamped.js';
import { makePlan } from '../plan/makePlan.js';
import { distinct } from '../reading/notices.js';
import { searchLines } from '../reading/searchLines.js';
import { wayOut } from '../reading/wayOut.js';
import type { Show } from './show.js';

const DEFAULT_LINES = 500;

function totalNotice(shown: number, total: number, isExact: boolean, direction: string): Notice {
  const id = direction === 'newest' ? 'notice.newestOf' : 'notice.oldestOf';
  return info(say(id, { shown, total: isExact ? total : say('notice.atLeast', { total }) }));
}

/** The newest or oldest lines. */
export const lines: Show = async (admitted, { query, range }, signal) => {
  const { direction = 'newest', columns = [], selection } = query;
  const limit = clamped(
    query.limit ?? DEFAULT_LINES,
    admitted.session.settings.limits.lines,
    'notice.mostLines',
  );
  const question: LinesQuestion = {
    show: 'lines',
    selection,
    direction,
    limit: limit.count,
    columns,
  };
  const planned = await makePlan(admitted, selection, range, signal);
  const found = await searchLines(admitted, planned, question, signal);
  const ordered = orderRecords(found.records, direction);
  const joined =
    query.joinStacks === true ? joinStacks(ordered.records, direction) : ordered.records;
  const shown = wayOut(joined);
  const { total, isTotalExact } = found;
  const notices = distinct([
    ...planned.notices,
    ...limit.notices,
    ...found.notices,
    ...(!isTotalExact || total > found.records.length + found.unfit
      ? [totalNotice(found.records.length, total, isTotalExact, direction)]
      : []),
  ]);
  const words = searchWords(selection.words ?? '');
  return [
    linesTable(shown, {
      notices,
      name: query.refId,
      ...(query.columns !== undefined && { columns }),
      isOrderExact: ordered.isExact,
      custom: {
        limit: limit.count,
        total,
        isTotalExact,
        ...(words.length > 0 && { searchWords: words }),
      },
    }),
  ];
};
