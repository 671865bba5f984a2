import type { Capacity, Claim, DeviceRef, HolderReport } from '@gpuscope/aggregation';
import type { WorldNode } from '../model/hardware.js';
import type { Slot } from '../model/slots.js';
import type { World } from '../model/world.js';

const deviceOf = ({ gpu, instance }: Slot): DeviceRef =>
  instance === undefined
    ? { by: 'uuid', uuid: gpu.uuid }
    : { by: 'instance', uuid: gpu.uuid, gpuInstance: instance.gpuInstance };

/** Who holds which device of a node, without a kubelet in between. */
export function holderReport(world: World, node: WorldNode): HolderReport {
  const claims = world.pods().flatMap(({ name, app, phase, node: home, slots }) =>
    phase === 'Running' && home === node.name
      ? slots.map((slot): Claim => ({
          device: deviceOf(slot),
          holder: { kind: 'pod', namespace: app.namespace, pod: name, container: 'main' },
          replicas: 1,
          resource: slot.resource,
        }))
      : [],
  );
  const capacities = world.slots(node).map((slot): Capacity => ({
    device: deviceOf(slot),
    replicas: slot.gpu.mode.kind === 'shared' ? slot.gpu.mode.replicas : 1,
    resource: slot.resource,
  }));
  return {
    source: 'podResources',
    claims,
    capacities,
    unknownResources: new Map(),
    unreadableIds: [],
    silentMeansFree: true,
  };
}
