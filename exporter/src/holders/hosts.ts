import type { Board, Claim, HostRegistry, LeafId } from '@gpuscope/aggregation';
import { hostEntryFor } from '@gpuscope/aggregation';
import type { HolderSource } from '../ports.js';
import { deviceRef } from './dcgmLabels.js';

/** What of a board can be held: its instances, or itself where it has none. */
function leavesOf({ uuid, instances }: Board): LeafId[] {
  if (instances.length === 0) return [{ uuid, gpuInstance: '' }];
  return instances.map(({ gpuInstance }) => ({ uuid, gpuInstance }));
}

/** Machines without Kubernetes: every device of a registered host is held by that host; of another, by nobody known. */
export function createHosts(hosts: HostRegistry, node: string): HolderSource {
  const registered = hostEntryFor(hosts, node) !== undefined;
  return {
    name: 'hosts',
    report: ({ boards }) =>
      Promise.resolve({
        source: 'hosts',
        claims: (registered ? boards.flatMap(leavesOf) : []).map((leaf): Claim => ({
          device: deviceRef(leaf),
          holder: { kind: 'host', host: node },
          replicas: 1,
          resource: 'host',
        })),
        capacities: [],
        unknownResources: new Map(),
        unreadableIds: [],
        silentMeansFree: false,
      }),
    close: () => Promise.resolve(),
  };
}
