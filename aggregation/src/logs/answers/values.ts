import type { ValuesQuestion } from '../question.js';
import { groupingOf } from '../search/counts.js';
import { LIST } from '../search/list.js';
import type { SearchPlan } from '../searchPlan.js';
import type { Answer } from './answer.js';
import { bucketsIn, keyOf, nodeIn, numberIn } from './answer.js';
import { readGroups } from './groups.js';

export interface ListedValue {
  readonly text: string;
  readonly count: number;
}

export interface ListedValues {
  /** The most frequent first. */
  readonly values: readonly ListedValue[];
  /** Whether there are more than these. */
  readonly isCut: boolean;
}

/** The values that a name has; lines without one are left out. */
export function readValues(
  plan: SearchPlan,
  question: ValuesQuestion,
  answer: Answer,
): ListedValues {
  const { prefix = '', top } = question;
  const { groups, unlisted } = readGroups(plan, groupingOf(plan, question), answer);
  const begins = prefix.toLowerCase();
  const found = groups.flatMap(({ texts: [text = ''], count }) =>
    text !== '' && text.toLowerCase().startsWith(begins) ? [{ text, count }] : [],
  );
  return { values: found.slice(0, top), isCut: found.length > top || unlisted > 0 };
}

/** The values of a field that `listSearch` asked for. */
export function readList(answer: Answer): {
  readonly values: readonly string[];
  readonly isCut: boolean;
} {
  const list = nodeIn(answer.aggregations, LIST);
  return { values: bucketsIn(list).map(keyOf), isCut: numberIn(list, 'sum_other_doc_count') > 0 };
}
