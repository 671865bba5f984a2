import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import { MOST_MIG_DEVICES } from './constants.js';
import { migProfile } from './migProfile.js';
import type { Reading } from './reading.js';

/** A MIG device: what the driver gives a handle and a uuid of its own, and what workloads are given. */
export interface ComputeInstance {
  /** Void after a reconfiguration. */
  readonly handle: NvmlHandle;
  /** `MIG-…` */
  readonly uuid: string;
}

/** A GPU instance, by the first of its compute instances. */
export interface MigInstance extends ComputeInstance {
  readonly gpuInstance: number;
  /** Such as `1g.10gb`; empty where the driver does not tell. */
  readonly profile: string;
  /** Its further compute instances. */
  readonly others: readonly ComputeInstance[];
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
  const found = new Map<number, MigInstance>();
  for (let place = 0; place < Math.min(places, MOST_MIG_DEVICES); place++) {
    // Empty places are NOT_FOUND, which is no failure.
    const handle = reading.take('nvmlDeviceGetMigDeviceHandleByIndex', () =>
      nvml.migDevice(gpu, place),
    );
    const one = handle === undefined ? undefined : readDevice(nvml, reading, handle);
    if (one === undefined) continue;
    const { gpuInstance, ...device } = one;
    const first = found.get(gpuInstance);
    found.set(
      gpuInstance,
      first === undefined
        ? { ...one, profile: migProfile(nvml, reading, gpu, one.handle), others: [] }
        : { ...first, others: [...first.others, device] },
    );
  }
  return {
    mig: true,
    instances: [...found.values()].sort((a, b) => a.gpuInstance - b.gpuInstance),
  };
}

function readDevice(
  nvml: NvmlLibrary,
  reading: Reading,
  handle: NvmlHandle,
): (ComputeInstance & Pick<MigInstance, 'gpuInstance'>) | undefined {
  const gpuInstance = reading.take('nvmlDeviceGetGpuInstanceId', () =>
    nvml.number('nvmlDeviceGetGpuInstanceId', handle),
  );
  const uuid = reading.take('nvmlDeviceGetUUID', () => nvml.text('nvmlDeviceGetUUID', handle));
  if (gpuInstance === undefined || uuid === undefined) return undefined;
  return { handle, gpuInstance, uuid };
}
