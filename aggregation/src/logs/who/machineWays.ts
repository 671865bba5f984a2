import type { IdentityName, Predicate, Rule } from '../../identity/index.js';
import { hostEntryFor, invertHosts, localField } from '../../identity/index.js';
import { valueOf } from '../../identity/match.js';
import { ALWAYS } from '../../identity/predicate.js';
import { and, not } from '../../identity/simplify.js';
import type { Layout } from '../layout.js';
import type { MachineNaming } from './machineRules.js';
import { machineRules } from './machineRules.js';
import { withoutPod } from './machines.js';
import type { Told, Way } from './way.js';
import { exists, toldBy } from './way.js';

/** How a machine's rule tells a name. */
function toldOnMachine(
  { identity }: Layout,
  { hosts }: MachineNaming,
  name: IdentityName,
  rule: Rule,
): Told | undefined {
  const pattern = rule.match === undefined ? undefined : new RegExp(rule.match, 'u');
  if (rule.from !== 'host') {
    const field = localField(rule, identity);
    return field === undefined ? undefined : toldBy(rule, field);
  }
  if (identity.host === undefined) return undefined;
  return {
    id: JSON.stringify(['host', identity.host, rule.match ?? null]),
    field: identity.host,
    nameOf: (host) => valueOf(pattern, hostEntryFor(hosts, host)?.[name] ?? ''),
    isMany: true,
  };
}

/** Records of machines to which a rule gives nothing. */
function untold(
  layout: Layout,
  { rules, hosts }: MachineNaming,
  name: IdentityName,
  rule: Rule,
): Predicate {
  const only = { ...rules, [name]: [rule] };
  const nothing = invertHosts(only, name, '', hosts, layout.identity);
  return nothing.op === 'notAnswerable' ? ALWAYS : nothing;
}

/** Machines by one rule after the other, each where those before it give nothing; then those that none names. */
export function machineWays(
  layout: Layout,
  naming: MachineNaming,
  name: IdentityName,
): readonly Way[] {
  const rules = machineRules(layout, naming, name);
  const ways: Way[] = [];
  let left = withoutPod(layout) ?? ALWAYS;
  for (const [index, rule] of rules.entries()) {
    const told = toldOnMachine(layout, naming, name, rule);
    if (told === undefined) break;
    const nothing =
      index === rules.length - 1 ? not(exists(told.field)) : untold(layout, naming, name, rule);
    ways.push({ when: and(left, not(nothing)), told });
    left = and(left, nothing);
  }
  return [...ways, { when: left }];
}
