import type { NamespaceInfo, PodInfo } from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import { cgroupUid } from './cgroupUid.js';
import { Store } from './store.js';

export const podKey = (namespace: string, name: string): string => `${namespace}/${name}`;

/** Pods by name, and by the uid of their cgroups where that is asked for. */
export interface PodStore {
  readonly size: number;
  get(namespace: string, name: string): PodInfo | undefined;
  byUid(uid: string): PodInfo | undefined;
  items(): Iterable<PodInfo>;
  replace(pods: readonly PodInfo[]): void;
  upsert(pod: PodInfo): void;
  delete(pod: PodInfo): void;
}

/** @param withUids whether pods can be asked for by uid, which takes memory */
export function createPodStore(clock: Clock, withUids = false): PodStore {
  const idOf = ({ uid }: PodInfo): string => uid;
  const named = new Store({
    clock,
    keyOf: ({ namespace, name }: PodInfo) => podKey(namespace, name),
    idOf,
  });
  const numbered = withUids ? new Store({ clock, keyOf: cgroupUid, idOf }) : undefined;
  return {
    get size() {
      return named.size;
    },
    get: (namespace, name) => named.get(podKey(namespace, name)),
    byUid: (uid) => numbered?.get(uid),
    items: () => named.items(),
    replace: (pods) => [named, numbered].forEach((store) => store?.replace(pods)),
    upsert(pod) {
      // One that comes back under its name has another uid; the former is gone then, whatever event is still to come.
      const before = named.get(podKey(pod.namespace, pod.name));
      if (before !== undefined && before.uid !== pod.uid) numbered?.delete(before);
      named.upsert(pod);
      numbered?.upsert(pod);
    },
    delete(pod) {
      named.delete(pod);
      numbered?.delete(pod);
    },
  };
}

/** A namespace outlives its last pod in the API by a moment only, and the tenant hangs on it. */
export const createNamespaceStore = (clock: Clock): Store<NamespaceInfo> =>
  new Store({
    clock,
    keyOf: ({ name }) => name,
    idOf: ({ createdSeconds }) => String(createdSeconds ?? ''),
  });
