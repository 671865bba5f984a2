import type { NamespaceInfo, PodInfo } from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import { Store } from './store.js';

export const podKey = (namespace: string, name: string): string => `${namespace}/${name}`;

export const createPodStore = (clock: Clock): Store<PodInfo> =>
  new Store({ clock, keyOf: (pod) => podKey(pod.namespace, pod.name), idOf: (pod) => pod.uid });

/** A namespace outlives its last pod in the API by a moment only, and the tenant hangs on it. */
export const createNamespaceStore = (clock: Clock): Store<NamespaceInfo> =>
  new Store({
    clock,
    keyOf: ({ name }) => name,
    idOf: ({ createdSeconds }) => String(createdSeconds ?? ''),
  });
