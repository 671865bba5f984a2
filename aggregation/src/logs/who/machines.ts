import type { IdentityName, Predicate } from '../../identity/index.js';
import { invertHosts } from '../../identity/index.js';
import { ALWAYS, NEVER } from '../../identity/predicate.js';
import { not } from '../../identity/simplify.js';
import type { Layout } from '../layout.js';
import type { MachineNaming } from './machineRules.js';
import { machineRules } from './machineRules.js';

/** Records that have no pod. */
export function withoutPod(layout: Layout): Predicate | undefined {
  const { podName } = layout.identity;
  return podName === undefined ? undefined : not({ op: 'exists', field: podName });
}

/**
 * Records of machines without Kubernetes that carry a name, by the host registry and by what they tell of the
 * processes that wrote them; for the empty name those of which neither tells one.
 */
export function ofMachines(
  layout: Layout,
  naming: MachineNaming,
  name: IdentityName,
  value: string,
): Predicate {
  const rules = { ...naming.rules, [name]: machineRules(layout, naming, name) };
  const told = invertHosts(rules, name, value, naming.hosts, layout.identity);
  if (told.op !== 'notAnswerable') return told;
  return value === '' ? (withoutPod(layout) ?? ALWAYS) : NEVER;
}
