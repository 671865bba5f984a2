import type { World } from '../model/world.js';
import { namespaceObject, nodeObject, podObject, type KubeObject } from './objects.js';

/** A change as a watch tells it. */
export interface KubeChange {
  readonly version: number;
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: KubeObject;
}

/** The site's objects with resource versions, as an API server keeps them. */
export interface KubeStore {
  version(): number;
  list(resource: KubeResource): KubeObject[];
  /** Changes of pods after a version; undefined when it is too old to tell (410 Gone). */
  since(version: number): readonly KubeChange[] | undefined;
  onChange(listener: (change: KubeChange) => void): () => void;
}

export type KubeResource = 'pods' | 'namespaces' | 'nodes';

/** Changes that are kept for watches that come back. */
const KEPT_CHANGES = 5000;

export function createKubeStore(world: World): KubeStore {
  let version = 1;
  let changes: KubeChange[] = [];
  const versions = new Map<string, number>();
  const listeners = new Set<(change: KubeChange) => void>();
  world.onPod(({ type, pod }) => {
    version += 1;
    versions.set(pod.uid, version);
    if (type === 'DELETED') versions.delete(pod.uid);
    const change = { version, type, object: podObject(pod, version) };
    changes = [...changes.slice(-KEPT_CHANGES + 1), change];
    for (const listener of listeners) listener(change);
  });
  const lists: Record<KubeResource, () => KubeObject[]> = {
    pods: () => world.pods().map((pod) => podObject(pod, versions.get(pod.uid) ?? 1)),
    namespaces: () => world.site.namespaces.map(namespaceObject),
    nodes: () => world.site.nodes.map(nodeObject),
  };
  return {
    version: () => version,
    list: (resource) => lists[resource](),
    since(from) {
      const oldest = version - changes.length;
      return from < oldest ? undefined : changes.filter((change) => change.version > from);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
