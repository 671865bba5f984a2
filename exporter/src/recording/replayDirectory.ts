import type { NamespaceInfo, PodInfo } from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import type { PodDirectory } from '../ports.js';
import { podKey } from '../pods/stores.js';
import type { DirectoryJson } from './directoryJson.js';
import { namespaceFromJson, podFromJson } from './directoryJson.js';
import type { Player } from './player.js';
import { DIRECTORY_KEY } from './recording.js';

interface Known {
  readonly from: unknown;
  readonly pods: ReadonlyMap<string, PodInfo>;
  readonly byUid: ReadonlyMap<string, PodInfo>;
  readonly namespaces: ReadonlyMap<string, NamespaceInfo>;
  readonly nodeLabels: ReadonlyMap<string, string>;
}

const NOBODY: Known = {
  from: undefined,
  pods: new Map(),
  byUid: new Map(),
  namespaces: new Map(),
  nodeLabels: new Map(),
};

function knownBy(from: DirectoryJson): Known {
  const pods = from.pods.map(podFromJson);
  const namespaces = from.namespaces.map(namespaceFromJson);
  return {
    from,
    pods: new Map(pods.map((pod) => [podKey(pod.namespace, pod.name), pod])),
    byUid: new Map(pods.map((pod) => [pod.uid, pod])),
    namespaces: new Map(namespaces.map((namespace) => [namespace.name, namespace])),
    nodeLabels: new Map(Object.entries(from.nodeLabels ?? {})),
  };
}

/** The pods and namespaces of a recording, as they stood when the telemetry was played last. */
export function replayDirectory(player: Player, clock: Clock): PodDirectory {
  let last = NOBODY;
  function known(): Known {
    const value = player.moment()?.standing.get(DIRECTORY_KEY)?.value;
    if (value !== last.from) last = value === undefined ? NOBODY : knownBy(value as DirectoryJson);
    return last;
  }
  return {
    start: () => undefined,
    pod: (namespace, name) => known().pods.get(podKey(namespace, name)),
    podByUid: (uid) => known().byUid.get(uid),
    namespace: (name) => known().namespaces.get(name),
    pods: () => known().pods.values(),
    nodeLabels: () => known().nodeLabels,
    status: () => ({
      synced: true,
      lastEventMs: clock.nowMs(),
      restarts: 0,
      pods: known().pods.size,
      namespaces: known().namespaces.size,
      error: '',
    }),
    close: () => Promise.resolve(),
  };
}
