import type { GpuscopeError, NamespaceInfo, PodInfo } from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import { systemClock } from '../clock.js';
import type { KubernetesClient } from '../kubernetes/client.js';
import { createWatcher } from '../kubernetes/watcher.js';
import type { Watcher, WatcherStatus, WatcherTiming } from '../kubernetes/watcherOptions.js';
import type { DirectoryStatus, PodDirectory } from '../ports.js';
import type { Intern } from './intern.js';
import { createIntern } from './intern.js';
import type { NodeInfo } from './readObjects.js';
import { readNamespace, readNode, readPod } from './readObjects.js';
import { keepRequest } from './requests.js';
import type { Store } from './store.js';
import type { PodStore } from './stores.js';
import { createNamespaceStore, createPodStore } from './stores.js';

export interface KubernetesPodsOptions {
  readonly client: KubernetesClient;
  /** Only this node's pods, and this node's labels; left out, all pods of the cluster with their requests. */
  readonly node?: string;
  /** Resource names without a domain whose requests are kept too, in the whole cluster's directory. */
  readonly isGpuResource?: (resource: string) => boolean;
  /** Keeps container ids, and answers for pods by uid; false unless given. */
  readonly forProcesses?: boolean;
  /** Each failure of a watch, for the log. */
  readonly onError?: (error: GpuscopeError) => void;
  readonly timing?: Partial<WatcherTiming>;
  readonly clock?: Clock;
}

/** Objects in a page: so many whole pods are some megabytes. */
const PAGE = 500;

const NO_LABELS: ReadonlyMap<string, string> = new Map();

type Common = Pick<KubernetesPodsOptions, 'client' | 'onError' | 'timing' | 'clock'>;

function watchPods(options: KubernetesPodsOptions, store: PodStore, intern: Intern): Watcher {
  const { node, isGpuResource, forProcesses = false } = options;
  const reading = {
    intern,
    keepContainers: forProcesses,
    ...(node === undefined && { keepRequest: keepRequest(isGpuResource) }),
  };
  return createWatcher<PodInfo>({
    ...commonOf(options),
    path: '/api/v1/pods',
    ...(node === undefined ? { pageSize: PAGE } : { fieldSelector: `spec.nodeName=${node}` }),
    read: (object) => readPod(object, reading),
    onReplace: (pods) => store.replace(pods),
    onUpsert: (pod) => store.upsert(pod),
    onDelete: (pod) => store.delete(pod),
  });
}

function watchNamespaces(
  options: KubernetesPodsOptions,
  store: Store<NamespaceInfo>,
  intern: Intern,
): Watcher {
  return createWatcher<NamespaceInfo>({
    ...commonOf(options),
    path: '/api/v1/namespaces',
    metadataOnly: true,
    read: (object) => readNamespace(object, intern),
    onReplace: (all) => store.replace(all),
    onUpsert: (one) => store.upsert(one),
    onDelete: (one) => store.delete(one),
  });
}

function watchNode(
  options: KubernetesPodsOptions,
  node: string,
  onLabels: (labels: ReadonlyMap<string, string>) => void,
  intern: Intern,
): Watcher {
  return createWatcher<NodeInfo>({
    ...commonOf(options),
    path: '/api/v1/nodes',
    fieldSelector: `metadata.name=${node}`,
    metadataOnly: true,
    read: (object) => readNode(object, intern),
    onReplace: ([one]) => onLabels(one?.labels ?? NO_LABELS),
    onUpsert: ({ labels }) => onLabels(labels),
    // A node that is deleted and comes back keeps its place meanwhile.
    onDelete: () => undefined,
  });
}

const commonOf = ({ client, onError, timing, clock }: KubernetesPodsOptions): Common => ({
  client,
  ...(onError !== undefined && { onError }),
  ...(timing !== undefined && { timing }),
  ...(clock !== undefined && { clock }),
});

/** Only what is needed to name pods counts for freshness: a node's labels may fail alone. */
function together(
  needed: readonly WatcherStatus[],
  all: readonly WatcherStatus[],
): Omit<DirectoryStatus, 'pods' | 'namespaces'> {
  return {
    synced: needed.every(({ synced }) => synced),
    lastEventMs: Math.min(...needed.map(({ lastEventMs }) => lastEventMs)),
    restarts: all.reduce((sum, { restarts }) => sum + restarts, 0),
    error: [...new Set(all.map(({ error }) => error).filter((error) => error !== ''))].join('; '),
  };
}

/**
 * Pods and namespaces from the Kubernetes API, by watches that never stop for good. Needs the rights to list and watch
 * pods and namespaces, and with `node` nodes too. While the API is away the last known state serves.
 */
export function createKubernetesPods(options: KubernetesPodsOptions): PodDirectory {
  const intern = createIntern();
  const clock = options.clock ?? systemClock;
  const store = createPodStore(clock, options.forProcesses);
  const namespaces = createNamespaceStore(clock);
  let labels = NO_LABELS;
  const needed = [watchPods(options, store, intern), watchNamespaces(options, namespaces, intern)];
  const { node } = options;
  const setLabels = (found: ReadonlyMap<string, string>): void => {
    labels = found;
  };
  const all =
    node === undefined ? needed : [...needed, watchNode(options, node, setLabels, intern)];
  return {
    start: () => all.forEach((watcher) => watcher.start()),
    pod: (namespace, name) => store.get(namespace, name),
    podByUid: (uid) => store.byUid(uid),
    namespace: (name) => namespaces.get(name),
    pods: () => store.items(),
    nodeLabels: () => labels,
    status: () => ({
      ...together(
        needed.map((watcher) => watcher.status()),
        all.map((watcher) => watcher.status()),
      ),
      pods: store.size,
      namespaces: namespaces.size,
    }),
    close: async () => {
      await Promise.all(all.map((watcher) => watcher.close()));
    },
  };
}
