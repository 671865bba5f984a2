import type { NamespaceInfo, PodInfo } from '@gpuscope/aggregation';

type Json = Readonly<Record<string, unknown>>;

export const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Labels or annotations. */
export const textsOf = (value: unknown): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(objectOf(value)).flatMap(([key, text]): [string, string][] =>
      typeof text === 'string' ? [[key, text]] : [],
    ),
  );

function ownerOf(metadata: Json): PodInfo['owner'] {
  const owners = listOf(metadata.ownerReferences).map(objectOf);
  const owner = owners.find(({ controller }) => controller === 'true');
  return owner === undefined ? undefined : { kind: textOf(owner.kind), name: textOf(owner.name) };
}

/** A pod as `kubectl get pod -o yaml` writes it. */
export function podOf(object: Json): PodInfo {
  const metadata = objectOf(object.metadata);
  const owner = ownerOf(metadata);
  return {
    namespace: textOf(metadata.namespace),
    name: textOf(metadata.name),
    uid: textOf(metadata.uid),
    node: textOf(objectOf(object.spec).nodeName),
    phase: textOf(objectOf(object.status).phase),
    labels: textsOf(metadata.labels),
    annotations: textsOf(metadata.annotations),
    ...(owner === undefined ? {} : { owner }),
  };
}

/** A namespace as `kubectl get namespace -o yaml` writes it. */
export function namespaceOf(object: Json): NamespaceInfo {
  const metadata = objectOf(object.metadata);
  return {
    name: textOf(metadata.name),
    labels: textsOf(metadata.labels),
    annotations: textsOf(metadata.annotations),
  };
}

/** What a list holds; anything else is itself. */
export const itemsOf = (object: Json): readonly Json[] =>
  Array.isArray(object.items) ? object.items.map(objectOf) : [object];
