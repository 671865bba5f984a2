import type { NamespaceInfo, PodInfo } from '@gpuscope/aggregation';

type Texts = Readonly<Record<string, string>>;

type Plain<Info> = {
  readonly [Key in keyof Info]: Info[Key] extends ReadonlyMap<string, infer Value> | undefined
    ? Readonly<Record<string, Value>>
    : Info[Key];
};

export type PodJson = Plain<PodInfo>;
export type NamespaceJson = Plain<NamespaceInfo>;

/** Pods, namespaces and the node's own labels as a recording holds them: plain JSON. */
export interface DirectoryJson {
  readonly pods: readonly PodJson[];
  readonly namespaces: readonly NamespaceJson[];
  readonly nodeLabels: Texts;
}

/** Fields that are objects in memory too; all others that are objects in JSON are maps. */
const OBJECTS: ReadonlySet<string> = new Set(['owner']);

function plain<Info extends object>(info: Info): Plain<Info> {
  const fields = Object.entries(info).map(([key, value]: [string, unknown]) => [
    key,
    value instanceof Map ? Object.fromEntries(value as Map<string, unknown>) : value,
  ]);
  return Object.fromEntries(fields) as Plain<Info>;
}

function mapped<Info extends object>(json: Plain<Info>): Info {
  const fields = Object.entries(json).map(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !OBJECTS.has(key)
      ? [key, new Map(Object.entries(value))]
      : [key, value],
  );
  return Object.fromEntries(fields) as Info;
}

export const podToJson = (pod: PodInfo): PodJson => plain(pod);
export const podFromJson = (json: PodJson): PodInfo => ({
  ...mapped<PodInfo>(json),
  labels: new Map(Object.entries(json.labels ?? {})),
  annotations: new Map(Object.entries(json.annotations ?? {})),
});
export const namespaceToJson = (namespace: NamespaceInfo): NamespaceJson => plain(namespace);
export const namespaceFromJson = (json: NamespaceJson): NamespaceInfo => ({
  ...mapped<NamespaceInfo>(json),
  labels: new Map(Object.entries(json.labels ?? {})),
  annotations: new Map(Object.entries(json.annotations ?? {})),
});
