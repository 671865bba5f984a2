import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import { MOST_MIG_DEVICES } from './constants.js';
import { migProfile } from './migProfile.js';
import type { Reading } from './reading.js';

/** A GPU instance, by the first of its compute instances. */
export interface MigInstance {
  /** Of a MIG device; void after a reconfiguration. */
  readonly handle: NvmlHandle;
  readonly gpuInstance: number;
  /** `MIG-…` */
  readonly uuid: string;
  /** Such as `1g.10gb`; empty where the driver does not tell. */
  readonly profile: string;
}

export interface MigLayout {
  readonly mig: boolean;
  /** By the number of the GPU instance. */
  readonly instances: readonly MigInstance[];
}

const NO_MIG: MigLayout = { mig: false, instances: [] };

/** How a GPU is divided now. Chips and drivers without MIG are not divided. */
export function readMig(nvml: NvmlLibrary, reading: Reading, gpu: NvmlHandle): MigLayout {
  const on = reading.take('nvmlDeviceGetMigMode', () => nvml.migMode(gpu));
  if (on !== true) return NO_MIG;
  const places =
    reading.take('nvmlDeviceGetMaxMigDeviceCount', () =>
      nvml.number('nvmlDeviceGetMaxMigDeviceCount', gpu),
    ) ?? 0;
  const first = new Map<number, MigInstance>();
  for (let place = 0; place < Math.min(places, MOST_MIG_DEVICES); place++) {
    // Empty places are NOT_FOUND, which is no failure.
    const handle = reading.take('nvmlDeviceGetMigDeviceHandleByIndex', () =>
      nvml.migDevice(gpu, place),
    );
    const instance = handle === undefined ? undefined : readInstance(nvml, reading, gpu, handle);
    if (instance !== undefined && !first.has(instance.gpuInstance)) {
      first.set(instance.gpuInstance, instance);
    }
  }
  return {
    mig: true,
    instances: [...first.values()].sort((a, b) => a.gpuInstance - b.gpuInstance),
  };
}

function readInstance(
  nvml: NvmlLibrary,
  reading: Reading,
  gpu: NvmlHandle,
  handle: NvmlHandle,
): MigInstance | undefined {
  const gpuInstance = reading.take('nvmlDeviceGetGpuInstanceId', () =>
    nvml.number('nvmlDeviceGetGpuInstanceId', handle),
  );
  const uuid = reading.take('nvmlDeviceGetUUID', () => nvml.text('nvmlDeviceGetUUID', handle));
  if (gpuInstance === undefined || uuid === undefined) return undefined;
  return { handle, gpuInstance, uuid, profile: migProfile(nvml, reading, gpu, handle) };
}
