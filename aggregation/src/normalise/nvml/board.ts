import { byId } from '../order.js';
import type { Board } from '../telemetry.js';
import type { NvmlDevice, NvmlInstance } from './snapshot.js';

function migUuidsOf({ uuid, otherUuids = [] }: NvmlInstance): { migUuids?: readonly string[] } {
  const migUuids = [uuid, ...otherUuids].filter((one) => one !== '');
  return migUuids.length === 0 ? {} : { migUuids };
}

/** A device as a board; its index stands for its number, as in nvidia-smi and DCGM. */
export function boardOf(device: NvmlDevice, driverVersion: string): Board {
  const { uuid, index, name, pciBusId, minor } = device;
  return {
    uuid,
    gpu: String(index),
    model: name,
    pciBusId,
    driverVersion,
    ...(minor === undefined ? {} : { minor: String(minor) }),
    instances: device.instances
      .map((instance) => ({
        gpuInstance: String(instance.gpuInstance),
        migProfile: instance.profile,
        ...migUuidsOf(instance),
      }))
      .sort((a, b) => byId(a.gpuInstance, b.gpuInstance)),
  };
}
