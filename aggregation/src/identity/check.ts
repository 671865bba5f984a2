import { compileMatch } from './match.js';
import type { IdentityName, Rule } from './rules.js';
import { describeRule, needsKey, TENANT_FROMS } from './rules.js';

/** What is wrong with one rule. `at` is the rule's own key that has to change. */
export interface RuleProblem {
  readonly at: 'from' | 'key' | 'match';
  /** Reads on from the key's name: "has 2 captures; …". */
  readonly reason: string;
}

function keyProblem(rule: Rule): string | undefined {
  if (!needsKey(rule.from)) {
    if (rule.key === undefined) return undefined;
    return `has no meaning with from: ${rule.from}; only *.label and *.annotation take a key`;
  }
  if (rule.key === undefined) {
    const kind = rule.from.endsWith('.label') ? 'label' : 'annotation';
    return `is missing: name the ${kind} that from: ${rule.from} reads`;
  }
  return rule.key.trim() === '' ? 'is empty: name the label or annotation' : undefined;
}

const whyNotTenant = ({ from }: Rule): string =>
  from === 'slurm.job' ? 'each job has a number of its own' : 'whoever creates a pod writes it';

/** Checks one rule of the list for `name`; an empty list means that it can be used. */
export function checkRule(rule: Rule, name: IdentityName): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  if (name === 'tenant' && !(TENANT_FROMS as readonly string[]).includes(rule.from)) {
    problems.push({
      at: 'from',
      reason: `can't be ${describeRule(rule)} for a tenant: ${whyNotTenant(rule)}; allowed are ${TENANT_FROMS.join(', ')}`,
    });
  }
  const key = keyProblem(rule);
  if (key !== undefined) problems.push({ at: 'key', reason: key });
  if (rule.match !== undefined) {
    const compiled = compileMatch(rule.match);
    if ('reason' in compiled) problems.push({ at: 'match', reason: compiled.reason });
  }
  return problems;
}
