import type { LinesQuestion } from '../question.js';
import type { SearchPlan } from '../searchPlan.js';
import { sourcePaths } from '../read/sourcePaths.js';
import { namingPaths } from '../who/recordNamer.js';
import type { SearchBody } from './body.js';
import { askedBy, bodyOf } from './body.js';
import { sortOf } from './sort.js';

/** Counting on costs the store time: beyond this a total is a lower bound, and the answer says so. */
export const COUNTED_LINES = 10_000;

/** What of the records is fetched: what lines are made of, and the columns asked for. */
export function sourceOf(plan: SearchPlan, columns: readonly string[]) {
  const paths = plan.branches.flatMap(({ layout }) => sourcePaths(layout, columns));
  return { includes: [...new Set(paths)] };
}

/** The same, and what names the lines' apps and users. */
export function namedSourceOf(plan: SearchPlan, columns: readonly string[]) {
  const { branches, identity } = plan;
  const { includes } = sourceOf(plan, columns);
  if (identity === undefined) return { includes };
  const names = branches.flatMap(({ layout }) => namingPaths(layout, identity));
  return { includes: [...new Set([...includes, ...names])] };
}

export interface LinesOptions {
  readonly columns?: readonly string[];
  /** How many to fetch; the question's limit where it isn't given. */
  readonly size?: number;
}

/**
 * The newest or oldest lines of a plan, its scope in a filter entry of its own. Where levels were chosen that only the
 * lines tell, it finds more than those: look at each record's level.
 * @throws GpuscopeError FIELD_NOT_EXACT, QUERY_INVALID: see `selectionClause` and `commonTimeField`.
 */
export function linesSearch(
  plan: SearchPlan,
  question: LinesQuestion,
  options: LinesOptions = {},
): SearchBody {
  return {
    ...bodyOf(
      plan,
      askedBy({ ...plan, looseLevels: true }),
      options.size ?? question.limit,
      COUNTED_LINES,
    ),
    _source: namedSourceOf(plan, options.columns ?? question.columns ?? []),
    sort: sortOf(plan, question.direction),
  };
}
