import type { WorldNode } from '../model/hardware.js';
import type { Slot } from '../model/slots.js';
import type { World } from '../model/world.js';

/** The kubelet's messages of v1.PodResourcesLister as far as devices go, in the field names of its .proto. */
export interface ContainerDevices {
  readonly resourceName: string;
  readonly deviceIds: readonly string[];
}

export interface PodResources {
  readonly name: string;
  readonly namespace: string;
  readonly containers: readonly {
    readonly name: string;
    readonly devices: readonly ContainerDevices[];
  }[];
}

/** Running pods of a node with the devices of each, as `List` answers. */
export function listPodResources(world: World, node: WorldNode): PodResources[] {
  return world
    .pods()
    .filter(({ phase, node: home }) => phase === 'Running' && home === node.name)
    .map(({ name, app, slots }) => ({
      name,
      namespace: app.namespace,
      containers: [{ name: 'main', devices: devicesOf(slots) }],
    }));
}

/** Everything that the node offers, as `GetAllocatableResources` answers. */
export const listAllocatable = (world: World, node: WorldNode): ContainerDevices[] =>
  devicesOf(world.slots(node));

/** One entry per resource name and device, as the kubelet prints them. */
const devicesOf = (slots: readonly Slot[]): ContainerDevices[] =>
  slots.map(({ resource, deviceId }) => ({ resourceName: resource, deviceIds: [deviceId] }));
