import type { HostRegistry, IdentityName, IdentityRules, Predicate } from '../../identity/index.js';
import { invertHosts } from '../../identity/index.js';
import { globMatch, isGlob } from '../../identity/hosts.js';
import { ALWAYS, NEVER } from '../../identity/predicate.js';
import { and, not, or } from '../../identity/simplify.js';
import type { Layout } from '../layout.js';

/** Records that have no pod. */
export function withoutPod(layout: Layout): Predicate | undefined {
  const { podName } = layout.identity;
  return podName === undefined ? undefined : not({ op: 'exists', field: podName });
}

function unlisted(field: string, hosts: HostRegistry): Predicate {
  const names = [...hosts.keys()].map((name): Predicate => {
    if (!isGlob(name)) return { op: 'equals', field, value: name };
    return { op: 'matches', field, match: globMatch(name) };
  });
  return and(...names.map(not));
}

/** Records of machines without Kubernetes that carry a name; for the empty name also of machines that nobody listed. */
export function ofMachines(
  layout: Layout,
  naming: { readonly rules: IdentityRules; readonly hosts: HostRegistry },
  name: IdentityName,
  value: string,
): Predicate {
  const { identity } = layout;
  const noPod = withoutPod(layout);
  if (identity.host === undefined) {
    return value === '' ? (noPod ?? ALWAYS) : NEVER;
  }
  const listed = invertHosts(naming.rules, name, value, naming.hosts, identity);
  const own = listed.op === 'notAnswerable' ? NEVER : listed;
  if (value !== '') return own;
  const others = unlisted(identity.host, naming.hosts);
  return or(own, noPod === undefined ? others : and(noPod, others));
}
