import { GpuscopeError } from '@gpuscope/aggregation';
import type { CountsQuestion, Notice, SearchPlan } from '@gpuscope/aggregation/logs';
import { countsSearch, readCounts } from '@gpuscope/aggregation/logs';
import { bearableInterval } from '../../limits/interval.js';
import { clamped } from '../clamped.js';
import { countable } from '../plan/countable.js';
import { makePlan } from '../plan/makePlan.js';
import { distinct, info, partialNotices } from '../reading/notices.js';
import { searchPlanned } from '../reading/searchPlanned.js';
import { withNotices } from '../reading/withNotices.js';
import type { Show, Shown } from './show.js';

const DEFAULT_TOP = 10;
const MAX_TOP = 1000;
const MAX_BY = 2;

function question({ query, range, intervalMs }: Shown): [CountsQuestion, readonly Notice[]] {
  const { selection, by = [], show, instant = false } = query;
  if (by.length > MAX_BY)
    throw new GpuscopeError(
      'QUERY_INVALID',
      `lines can be counted by ${MAX_BY} things at most, not by ${by.join(', ')}`,
    );
  const top = clamped(query.top ?? DEFAULT_TOP, MAX_TOP, 'groups');
  const asked: CountsQuestion = { show: 'counts', selection, by, top: top.count };
  const rate = show === 'rates';
  if (instant && !rate) return [asked, top.notices];
  const step = bearableInterval(intervalMs, range, by.length === 0 ? 1 : top.count ** by.length);
  return [{ ...asked, intervalMs: step, rate }, [...top.notices, ...widened(intervalMs, step)]];
}

/** Grafana asks for a step that fits the screen; a wider one is said. */
const widened = (askedMs: number, ms: number): readonly Notice[] =>
  ms <= Math.max(1, askedMs)
    ? []
    : [info(`Counted in steps of ${ms / 1000} s: the store does not bear finer ones here.`)];

/** How many lines by this or that, over time or at once; `rates` in lines a second. */
export const counts: Show = async (admitted, shown, signal) => {
  const [asked, notices] = question(shown);
  const planned = await makePlan(admitted, asked.selection, shown.range, signal);
  const { plan, notices: ofPlan } = await countable(admitted, planned, asked.by, signal);
  const bodyOf = (some: SearchPlan) => countsSearch(some, asked);
  const { show: kind } = shown.query;
  const answer = await searchPlanned(admitted, { kind, plan, bodyOf }, signal);
  return withNotices(
    readCounts(plan, asked, answer),
    distinct([...ofPlan, ...notices, ...partialNotices(answer)]),
  );
};
