import type { IdentityRules, Rule } from '@gpuscope/aggregation';
import type { DirectoryJson, NamespaceJson, PodJson } from '../directoryJson.js';
import type { Pseudonyms } from './pseudonyms.js';

/** Labels that tell a Deployment's or Rollout's name from its ReplicaSet's. */
const TEMPLATE_HASHES = ['pod-template-hash', 'rollouts-pod-template-hash'];

type Texts = Readonly<Record<string, string>>;

/** Keys of labels and annotations that rules read: theirs are kept, with other values; all others are left out. */
export function keysOf(rules: IdentityRules): ReadonlySet<string> {
  const keys = Object.values(rules)
    .flat()
    .flatMap((rule: Rule) => rule.key ?? []);
  return new Set([...TEMPLATE_HASHES, ...keys]);
}

function texts(all: Texts, keys: ReadonlySet<string>, { name }: Pseudonyms): Texts {
  const kept = Object.entries(all).filter(([key]) => keys.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, name(value)]));
}

function anonymousPod(pod: PodJson, keys: ReadonlySet<string>, pseudonyms: Pseudonyms): PodJson {
  const { namespace, name, uid, node, phase, labels, annotations, owner, startSeconds } = pod;
  const { containers } = pod;
  return {
    namespace: pseudonyms.name(namespace),
    name: pseudonyms.name(name),
    uid: pseudonyms.name(uid),
    node: pseudonyms.name(node),
    phase,
    labels: texts(labels, keys, pseudonyms),
    annotations: texts(annotations, keys, pseudonyms),
    ...(owner !== undefined && { owner: { kind: owner.kind, name: pseudonyms.name(owner.name) } }),
    ...(startSeconds !== undefined && { startSeconds }),
    ...(containers !== undefined && {
      containers: Object.fromEntries(
        Object.entries(containers).map(([id, called]) => [
          pseudonyms.name(id),
          pseudonyms.name(called),
        ]),
      ),
    }),
  };
}

function anonymousNamespace(
  namespace: NamespaceJson,
  keys: ReadonlySet<string>,
  pseudonyms: Pseudonyms,
): NamespaceJson {
  const { name, labels, annotations, createdSeconds } = namespace;
  return {
    name: pseudonyms.name(name),
    labels: texts(labels, keys, pseudonyms),
    annotations: texts(annotations, keys, pseudonyms),
    ...(createdSeconds !== undefined && { createdSeconds }),
  };
}

/** Pods and namespaces without names. Fields of a later version are left out. */
export function anonymousDirectory(
  { pods, namespaces, nodeLabels }: DirectoryJson,
  keys: ReadonlySet<string>,
  pseudonyms: Pseudonyms,
): DirectoryJson {
  const all = new Set(Object.keys(nodeLabels));
  return {
    pods: pods.map((pod) => anonymousPod(pod, keys, pseudonyms)),
    namespaces: namespaces.map((one) => anonymousNamespace(one, keys, pseudonyms)),
    nodeLabels: texts(nodeLabels, all, pseudonyms),
  };
}
