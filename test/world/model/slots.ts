import type { WorldGpu, WorldInstance, WorldNode } from './hardware.js';

/** Something that the kubelet can give to a container: a GPU, a MIG instance, or one replica of a shared GPU. */
export interface Slot {
  readonly node: string;
  readonly gpu: WorldGpu;
  readonly instance?: WorldInstance;
  readonly resource: string;
  /** The id by which the kubelet knows it. */
  readonly deviceId: string;
}

/** Every slot of a node, in the order in which they are given out. */
export function slotsOf(node: WorldNode): Slot[] {
  return node.gpus.flatMap((gpu): Slot[] => {
    const { mode } = gpu;
    const base = { node: node.name, gpu };
    switch (mode.kind) {
      case 'whole':
        return [{ ...base, resource: 'nvidia.com/gpu', deviceId: gpu.uuid }];
      case 'shared':
        return Array.from({ length: mode.replicas }, (_, i) => ({
          ...base,
          resource: 'nvidia.com/gpu.shared',
          deviceId: `${gpu.uuid}::${String(i)}`,
        }));
      case 'mig':
        return mode.instances.map((instance) => ({
          ...base,
          instance,
          resource: `nvidia.com/mig-${instance.profile}`,
          deviceId: instance.migUuid,
        }));
    }
  });
}
