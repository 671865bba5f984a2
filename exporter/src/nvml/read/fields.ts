import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import type { Reading } from './reading.js';

/**
 * Asks for several fields (NVML_FI_DEV_…) in one call; undefined for each that is not to be had.
 *
 * @param scope a link or ALL_LINKS; 0 for fields without one
 */
export function readFields(
  nvml: NvmlLibrary,
  reading: Reading,
  gpu: NvmlHandle,
  fields: readonly number[],
  scope = 0,
): (number | undefined)[] {
  const call = 'nvmlDeviceGetFieldValues';
  const queries = fields.map((field) => ({ field, scope }));
  const answers = reading.take(call, () => nvml.fieldValues(gpu, queries)) ?? [];
  return fields.map((_, index) => {
    const answer = answers[index];
    // Old drivers call a field that they do not know an invalid argument.
    if (answer === undefined || (!answer.ok && answer.code === 'NVML_ERROR_INVALID_ARGUMENT')) {
      return undefined;
    }
    return reading.take(call, () => answer);
  });
}
