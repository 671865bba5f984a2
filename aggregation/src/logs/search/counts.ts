import type { IdentityName } from '../../identity/index.js';
import { IDENTITY_NAMES } from '../../identity/index.js';
import type { CountsQuestion, ValuesQuestion, VolumeQuestion } from '../question.js';
import { GpuscopeError } from '../../errors.js';
import type { SearchPlan } from '../searchPlan.js';
import { needsPlaces, wayFields } from '../who/ways.js';
import type { SearchBody } from './body.js';
import { askedBy, askedFor, bodyOf } from './body.js';
import type { Grouping } from './groups/groupAggs.js';
import { groupAggs } from './groups/groupAggs.js';
import { hasLevels, needLevels } from './levelClause.js';
import { exactInAll } from './namedField.js';
import { isMade, prefixClause } from './prefixClause.js';
import { selectionClause } from './selectionClause.js';
import { say } from '../../said/index.js';

/** Names of which not every layout need have a field. */
const OWN: readonly string[] = [...IDENTITY_NAMES, 'level', 'cluster', 'host'];

/** At most two keys make a chart that can be read. */
const KEYS_LIMIT = 2;

/** Among how many names of an answer those that begin with a text are looked for. */
const SEARCHED = 1_000;

const layoutsOf = (plan: SearchPlan) => plan.branches.map(({ layout }) => layout);

function checkKeys(plan: SearchPlan, by: readonly string[]): void {
  if (by.length > KEYS_LIMIT) {
    throw new GpuscopeError(
      'QUERY_INVALID',
      say('question.byTooManyNames', { most: KEYS_LIMIT, by: by.join(', ') }),
    );
  }
  for (const name of by) {
    if (name === 'level') needLevels(layoutsOf(plan));
    if (!OWN.includes(name)) exactInAll(layoutsOf(plan), name);
  }
}

/** How a question's lines are grouped. */
export function groupingOf(
  plan: SearchPlan,
  question: CountsQuestion | VolumeQuestion | ValuesQuestion,
): Grouping {
  switch (question.show) {
    case 'volume': {
      const by = hasLevels(layoutsOf(plan)) ? ['level'] : [];
      return { by, top: 1, intervalMs: question.intervalMs };
    }
    case 'values': {
      const { name, prefix = '', top } = question;
      return { by: [name], top: prefix !== '' && isMade(name) ? Math.max(top, SEARCHED) : top };
    }
    case 'counts': {
      const { by, top, intervalMs } = question;
      return { by, top, ...(intervalMs === undefined ? {} : { intervalMs }) };
    }
  }
}

/**
 * The fields whose values have to be listed (`listSearch`) into the plan's `identity.listed` before lines can be
 * counted by these names; none where only other names are asked for.
 */
export function countedPatternFields(plan: SearchPlan, by: readonly string[]): readonly string[] {
  const { identity } = plan;
  if (identity === undefined) return [];
  const names = IDENTITY_NAMES.filter((name) => by.includes(name));
  const fields = layoutsOf(plan).flatMap((layout) =>
    names.flatMap((name) => wayFields(layout, identity, name)),
  );
  return [...new Set(fields)];
}

/**
 * The names that lines can be counted by only with what the metrics say of pods: the plan's `identity.placed` has to
 * hold them, else counting by them is refused.
 */
export function namesToPlace(plan: SearchPlan, by: readonly string[]): readonly IdentityName[] {
  const { identity } = plan;
  if (identity === undefined) return [];
  return IDENTITY_NAMES.filter(
    (name) => by.includes(name) && layoutsOf(plan).some((one) => needsPlaces(one, identity, name)),
  );
}

/**
 * How many lines over time: exact; by level where the records have levels as a field, else all together.
 * @throws GpuscopeError LIMIT_EXCEEDED, QUERY_INVALID, FIELD_NOT_EXACT.
 */
export function volumeSearch(plan: SearchPlan, question: VolumeQuestion): SearchBody {
  return {
    ...bodyOf(plan, askedBy(plan), 0, 'none'),
    aggs: groupAggs(plan, groupingOf(plan, question)),
  };
}

/** Lines counted by up to two names, over time or for the whole range. Throws as `volumeSearch` does. */
export function countsSearch(plan: SearchPlan, question: CountsQuestion): SearchBody {
  checkKeys(plan, question.by);
  return {
    ...bodyOf(plan, askedBy(plan), 0, 'none'),
    aggs: groupAggs(plan, groupingOf(plan, question)),
  };
}

/** The values that a name has in the lines, with counts. Throws as `volumeSearch` does. */
export function valuesSearch(plan: SearchPlan, question: ValuesQuestion): SearchBody {
  checkKeys(plan, [question.name]);
  const asked = askedFor(plan, selectionClause(plan), prefixClause(plan, question));
  return { ...bodyOf(plan, asked, 0, 'none'), aggs: groupAggs(plan, groupingOf(plan, question)) };
}
