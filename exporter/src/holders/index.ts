import type { HolderSite, HostRegistry } from '@gpuscope/aggregation';
import { systemClock } from '../clock.js';
import type { NvmlClient } from '../nvml/client.js';
import type { HolderSource, PodDirectory } from '../ports.js';
import { createFindUser } from '../proc/findUser.js';
import { getent } from '../proc/getent.js';
import { createUserNames } from '../proc/userNames.js';
import { createDcgmLabels } from './dcgmLabels.js';
import { createHosts } from './hosts.js';
import { createPodResources } from './podResources/index.js';
import { createProcessesHolder } from './processes/index.js';

/** What a holder source may need beside its own settings. */
export interface HolderParts {
  readonly node: string;
  readonly hosts: HostRegistry;
  /** Resource names that count as GPUs. */
  readonly resources: readonly string[];
  /** False for a pod that is known to have ended. */
  readonly isActive: (namespace: string, pod: string) => boolean;
  readonly pods: Pick<PodDirectory, 'podByUid'>;
  /** Asks the driver about processes; costs nothing until it is asked. */
  readonly nvml: NvmlClient;
  /** How old a look at the driver may be to be the same cycle's. */
  readonly lookMaxAgeMs: number;
  /** Whether there is no Kubernetes and no other holder source: what no process holds is free then. */
  readonly soleHolder: boolean;
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
  processes: (site, { node, pods, nvml, lookMaxAgeMs, soleHolder }) =>
    createProcessesHolder({
      site,
      host: node,
      nvml,
      lookMaxAgeMs,
      pods,
      users: createUserNames({
        find: createFindUser({ getent }),
        clock: systemClock,
        maxUsers: site.maxUsers,
      }),
      sole: soleHolder,
    }),
};

/** Makes a holder source of a site. */
export function createHolder(site: HolderSite, parts: HolderParts): HolderSource {
  // The table's type ties each maker to its kind; the compiler cannot follow that through an index.
  const make = HOLDERS[site.kind] as (site: HolderSite, parts: HolderParts) => HolderSource;
  return make(site, parts);
}
