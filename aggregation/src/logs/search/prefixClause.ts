import { IDENTITY_NAMES } from '../../identity/index.js';
import { ignoresCase } from '../dialect.js';
import type { ValuesQuestion } from '../question.js';
import type { SearchPlan } from '../searchPlan.js';
import type { Clause } from './clause.js';
import { all, any, EVERY } from './clause.js';
import { ofLayout } from './indexClause.js';
import { exactNamed } from './namedField.js';
import { holdsText } from './valueClause.js';

/** Names whose values are not what one field holds: the answer is looked through instead. */
const MADE: readonly string[] = [...IDENTITY_NAMES, 'level', 'cluster', 'host'];

export const isMade = (name: string) => MADE.includes(name);

/** Records whose value begins with the wanted text, in any case where the store can. */
export function prefixClause(plan: SearchPlan, { name, prefix = '' }: ValuesQuestion): Clause {
  if (prefix === '' || isMade(name)) return EVERY;
  const anyCase = ignoresCase(plan.dialect) ? ({ case_insensitive: true } as const) : {};
  const parts = plan.branches.map(({ layout }) => {
    const field = exactNamed(layout, name);
    if (field === undefined || !holdsText(field.type)) return ofLayout(layout);
    const begins: Clause = { prefix: { [field.name]: { value: prefix, ...anyCase } } };
    return all(ofLayout(layout), begins);
  });
  return any(...parts);
}
