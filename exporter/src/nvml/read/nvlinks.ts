import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import { MOST_NVLINKS } from './constants.js';
import type { Reading } from './reading.js';

const CALL = 'nvmlDeviceGetNvLinkState';

/**
 * Links that are up, as they are found. A chip without NVLink does not support the question; past its last link it is
 * invalid.
 */
export function* activeNvlinks(
  nvml: NvmlLibrary,
  reading: Reading,
  gpu: NvmlHandle,
): Generator<number> {
  for (let link = 0; link < MOST_NVLINKS && reading.ended === undefined; link++) {
    const state = nvml.number(CALL, gpu, link);
    if (!state.ok && (state.kind === 'absent' || state.code === 'NVML_ERROR_INVALID_ARGUMENT')) {
      return;
    }
    if (reading.take(CALL, () => state) === 1) yield link;
  }
}

/** Whether a GPU talks over NVLink at all: drivers count 0 on chips that can not. */
export const hasNvlink = (nvml: NvmlLibrary, reading: Reading, gpu: NvmlHandle): boolean =>
  activeNvlinks(nvml, reading, gpu).next().done !== true;
