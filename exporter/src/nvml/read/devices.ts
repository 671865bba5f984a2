import type { NvmlLostDevice } from '@gpuscope/aggregation';
import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import { success, type NvmlResult } from '../library/result.js';
import { MOST_DEVICES } from './constants.js';

/** What stays the same while NVML runs. */
export interface DeviceIdentity {
  readonly handle: NvmlHandle;
  /** NVML's index */
  readonly index: number;
  /** `GPU-…` */
  readonly uuid: string;
  /** N of /dev/nvidiaN; absent where the driver does not tell. */
  readonly minor?: number;
  readonly name: string;
  /** `00000000:41:00.0`; empty where the driver does not tell. */
  readonly pciBusId: string;
}

export interface DeviceList {
  readonly devices: readonly DeviceIdentity[];
  readonly lost: readonly NvmlLostDevice[];
}

/** Value or nothing: what is asked here may be missing without harm. */
const optional = <Value>(result: NvmlResult<Value>): Value | undefined =>
  result.ok ? result.value : undefined;

function identify(nvml: NvmlLibrary, index: number): NvmlResult<DeviceIdentity> {
  const found = nvml.device(index);
  if (!found.ok) return found;
  const handle = found.value;
  const uuid = nvml.text('nvmlDeviceGetUUID', handle);
  if (!uuid.ok) return uuid;
  const minor = optional(nvml.number('nvmlDeviceGetMinorNumber', handle));
  return success({
    handle,
    index,
    uuid: uuid.value,
    name: optional(nvml.text('nvmlDeviceGetName', handle)) ?? '',
    pciBusId: optional(nvml.pciBusId(handle)) ?? '',
    ...(minor !== undefined && { minor }),
  });
}

/**
 * All devices that the driver counts. One that can't be opened or has no name is lost, with what an earlier list knew of
 * it; only an error that voids all handles fails the list.
 *
 * @param before of this start of NVML, as the driver numbers devices when it is started
 */
export function listDevices(
  nvml: NvmlLibrary,
  before: readonly DeviceIdentity[] = [],
): NvmlResult<DeviceList> {
  const count = nvml.deviceCount();
  if (!count.ok) return count;
  const devices: DeviceIdentity[] = [];
  const lost: NvmlLostDevice[] = [];
  for (let index = 0; index < Math.min(count.value, MOST_DEVICES); index++) {
    const found = identify(nvml, index);
    if (found.ok) devices.push(found.value);
    else if (found.kind === 'restart') return found;
    else lost.push(lostDevice(index, found.code, before));
  }
  return success({ devices, lost });
}

function lostDevice(
  index: number,
  code: string,
  before: readonly DeviceIdentity[],
): NvmlLostDevice {
  const known = before.find((device) => device.index === index);
  return { index, uuid: known?.uuid ?? '', pciBusId: known?.pciBusId ?? '', code };
}
