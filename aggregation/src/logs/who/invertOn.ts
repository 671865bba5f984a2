import type { NotAnswerable, Predicate, Rule } from '../../identity/index.js';
import { describeRule, invert } from '../../identity/index.js';
import type { Layout } from '../layout.js';
import { isListable } from '../search/listable.js';
import { ruleField } from './ruleField.js';
import { say } from '../../said/index.js';

/** Whether a rule takes a part of a field whose values the store can't list. */
function isUnlistable(layout: Layout, rule: Rule): boolean {
  if (rule.match === undefined) return false;
  const field = ruleField(rule, layout.identity);
  return field !== undefined && !isListable(layout, field);
}

/** As `invert`, where the store can't list all that the records hold: a pattern on such a field can't be asked. */
export function invertOn(
  layout: Layout,
  rules: readonly Rule[],
  value: string,
): Predicate | NotAnswerable {
  const at = rules.findIndex((rule) => isUnlistable(layout, rule));
  const rule = rules[at];
  if (rule === undefined) return invert(rules, value, layout.identity);
  const told = rules.slice(0, at);
  const left = invert(told, '', layout.identity);
  if (left.op === 'notAnswerable') return left;
  if (left.op === 'never') return invert(told, value, layout.identity);
  return {
    op: 'notAnswerable',
    rule: at,
    reason: say('who.pattern', { rule: at + 1, what: describeRule(rule) }),
  };
}
