import type { HostRegistry, IdentityName, IdentityRules, Rule } from '../../identity/index.js';
import { isPodFrom, localField } from '../../identity/index.js';
import type { Layout } from '../layout.js';
import { isListable } from '../search/listable.js';

export interface MachineNaming {
  readonly rules: IdentityRules;
  readonly hosts: HostRegistry;
}

/** Whether the records hold what the rule reads, and the store can be asked for it. */
function isReadable(rule: Rule, layout: Layout): boolean {
  if (rule.from === 'host') return layout.identity.host !== undefined;
  const field = localField(rule, layout.identity);
  return field !== undefined && (rule.match === undefined || isListable(layout, field));
}

/**
 * The rules that tell a name of records without a pod, as far as these records can be asked: nothing follows a rule
 * that reads what they lack, as that one may have given another name. What is not told is unnamed.
 */
export function machineRules(
  layout: Layout,
  { rules, hosts }: MachineNaming,
  name: IdentityName,
): readonly Rule[] {
  const own = rules[name].filter(
    ({ from }) => !isPodFrom(from) && (from !== 'host' || hosts.size > 0),
  );
  const end = own.findIndex((rule) => !isReadable(rule, layout));
  return end === -1 ? own : own.slice(0, end);
}
