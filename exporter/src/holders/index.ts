import type { HolderSite, HostRegistry } from '@gpuscope/aggregation';
import type { HolderSource } from '../ports.js';
import { createDcgmLabels } from './dcgmLabels.js';
import { createHosts } from './hosts.js';
import { createPodResources } from './podResources/index.js';

/** What a holder source may need beside its own settings. */
export interface HolderParts {
  readonly node: string;
  readonly hosts: HostRegistry;
  /** Resource names that count as GPUs. */
  readonly resources: readonly string[];
  /** False for a pod that is known to have ended. */
  readonly isActive: (namespace: string, pod: string) => boolean;
}

type Kinds = {
  readonly [Kind in HolderSite['kind']]: (
    site: Extract<HolderSite, { kind: Kind }>,
    parts: HolderParts,
  ) => HolderSource;
};

/** One line per kind. */
const HOLDERS: Kinds = {
  podResources: ({ socket }, { resources, isActive }) =>
    createPodResources({ socket, resources, isActive }),
  dcgmLabels: () => createDcgmLabels(),
  hosts: (_, { hosts, node }) => createHosts(hosts, node),
};

/** Makes a holder source of a site. */
export function createHolder(site: HolderSite, parts: HolderParts): HolderSource {
  // The table's type ties each maker to its kind; the compiler cannot follow that through an index.
  const make = HOLDERS[site.kind] as (site: HolderSite, parts: HolderParts) => HolderSource;
  return make(site, parts);
}
