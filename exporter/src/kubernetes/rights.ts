/** What we do with resources; the word that a rule of RBAC needs. */
export type Verb = 'list' | 'watch';

interface ResourceName {
  readonly group: string;
  readonly plural: string;
  readonly namespace?: string;
}

/** Reads `/api/v1[/namespaces/<ns>]/<plural>` and `/apis/<group>/<version>/…`. */
function resourceOf(path: string): ResourceName {
  const parts = path.split('/').filter((part) => part !== '');
  const at = parts.findIndex((part) => part === 'api' || part === 'apis');
  const isNamed = parts[at] === 'apis';
  const rest = parts.slice(at + (isNamed ? 3 : 2));
  const group = isNamed ? (parts[at + 1] ?? '') : '';
  const [first = '', namespace, plural] = rest;
  return first === 'namespaces' && namespace !== undefined && plural !== undefined
    ? { group, plural, namespace }
    : { group, plural: first };
}

/** The rule to add when the server says 403. */
export function rightsFor(verb: Verb, path: string): string {
  const { group, plural, namespace } = resourceOf(path);
  const kind = namespace === undefined ? 'ClusterRole' : `ClusterRole (or a Role in ${namespace})`;
  return `not allowed to ${verb} ${plural}; add to the ${kind} of this service account: {apiGroups: ["${group}"], resources: ["${plural}"], verbs: ["list", "watch"]}`;
}
