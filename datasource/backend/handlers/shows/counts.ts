import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { CountsQuestion, Notice, SearchPlan, TimeRange } from '@gpuscope/aggregation/logs';
import { countsSearch, readCounts, info } from '@gpuscope/aggregation/logs';
import { bearableInterval, widerStep } from '../../limits/interval.js';
import { clamped } from '../clamped.js';
import { countable } from '../plan/countable.js';
import { makePlan } from '../plan/makePlan.js';
import { distinct, partialNotices } from '../reading/notices.js';
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
      say('question.byTooMuch', { most: MAX_BY, by: by.join(', ') }),
    );
  const top = clamped(query.top ?? DEFAULT_TOP, MAX_TOP, 'notice.mostGroups');
  const asked: CountsQuestion = { show: 'counts', selection, by, top: top.count };
  const rate = show === 'rates';
  if (instant && !rate) return [asked, top.notices];
  const step = bearableInterval(intervalMs, range, by.length === 0 ? 1 : top.count ** by.length);
  return [{ ...asked, intervalMs: step, rate }, top.notices];
}

const isTooMany = (error: unknown): boolean =>
  error instanceof GpuscopeError && error.code === 'LIMIT_EXCEEDED';

/**
 * The question in steps that the store bears: names can take many groups to count, one for each rule that gives them,
 * which only the search itself knows.
 */
function inBearableSteps(
  plan: SearchPlan,
  asked: CountsQuestion,
  { fromMs, toMs }: TimeRange,
): CountsQuestion {
  for (let question = asked; ;) {
    try {
      countsSearch(plan, question);
      return question;
    } catch (error) {
      const { intervalMs } = question;
      if (!isTooMany(error) || intervalMs === undefined || intervalMs >= toMs - fromMs) throw error;
      question = { ...question, intervalMs: widerStep(intervalMs) };
    }
  }
}

/** Grafana asks for a step that fits the screen; a wider one is said. */
const widened = (askedMs: number, ms = 0): readonly Notice[] =>
  ms <= Math.max(1, askedMs) ? [] : [info(say('notice.steps', { seconds: ms / 1000 }))];

/** How many lines by this or that, over time or at once; `rates` in lines a second. */
export const counts: Show = async (admitted, shown, signal) => {
  const [wished, notices] = question(shown);
  const planned = await makePlan(admitted, wished.selection, shown.range, signal);
  const { plan, notices: ofPlan } = await countable(admitted, planned, wished.by, signal);
  const asked = inBearableSteps(plan, wished, shown.range);
  const bodyOf = (some: SearchPlan) => countsSearch(some, asked);
  const { show: kind } = shown.query;
  const answer = await searchPlanned(admitted, { kind, plan, bodyOf }, signal);
  return withNotices(
    readCounts(plan, asked, answer),
    distinct([
      ...ofPlan,
      ...notices,
      ...widened(shown.intervalMs, asked.intervalMs),
      ...partialNotices(answer),
    ]),
  );
};
