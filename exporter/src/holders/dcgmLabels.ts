import type { Claim, DeviceRef, LeafId } from '@gpuscope/aggregation';
import type { HolderSource } from '../ports.js';

/** The reference to a device of the telemetry: the instance, or the whole board. */
export function deviceRef({ uuid, gpuInstance }: LeafId): DeviceRef {
  return gpuInstance === '' ? { by: 'uuid', uuid } : { by: 'instance', uuid, gpuInstance };
}

/**
 * Believes the pod, namespace and container that DCGM itself writes on its samples. A device that it leaves without is
 * free, but only where it labels any: an exporter outside Kubernetes labels none.
 */
export function createDcgmLabels(): HolderSource {
  return {
    name: 'dcgmLabels',
    report: (telemetry) =>
      Promise.resolve({
        source: 'dcgmLabels',
        claims: telemetry.holders.map((held): Claim => ({
          device: deviceRef(held),
          holder: {
            kind: 'pod',
            namespace: held.namespace,
            pod: held.pod,
            container: held.container,
          },
          replicas: 1,
          resource: '',
        })),
        capacities: [],
        unknownResources: new Map(),
        unreadableIds: [],
        silentMeansFree: telemetry.labelsHolders,
      }),
    close: () => Promise.resolve(),
  };
}
