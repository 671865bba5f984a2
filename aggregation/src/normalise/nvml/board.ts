import { byId } from '../order.js';
import type { Board } from '../telemetry.js';
import type { NvmlDevice } from './snapshot.js';

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
        ...(instance.uuid === '' ? {} : { migUuid: instance.uuid }),
      }))
      .sort((a, b) => byId(a.gpuInstance, b.gpuInstance)),
  };
}
