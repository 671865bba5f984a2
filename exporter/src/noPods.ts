import type { NamespaceInfo } from '@gpuscope/aggregation';
import type { PodDirectory } from './ports.js';

const blank = (name: string): NamespaceInfo => ({
  name,
  labels: new Map(),
  annotations: new Map(),
});

/**
 * The directory where there is no Kubernetes to ask. `byName` takes every namespace for one without labels, so that
 * rules which read its name alone still find it; only where no other rule could have come first.
 */
export function createNoPods(byName: boolean): PodDirectory {
  return {
    start: () => undefined,
    pod: () => undefined,
    podByUid: () => undefined,
    namespace: (name) => (byName ? blank(name) : undefined),
    pods: () => [],
    nodeLabels: () => new Map(),
    status: () => ({
      synced: true,
      lastEventMs: 0,
      restarts: 0,
      pods: 0,
      namespaces: 0,
      error: '',
    }),
    close: () => Promise.resolve(),
  };
}
