import type { NvmlFigures } from '@gpuscope/aggregation';
import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import { FIELD } from './constants.js';
import { readFields } from './fields.js';
import type { Reading } from './reading.js';

/** °C of the hottest memory; 0 is what chips without such a sensor may say. */
export function readMemoryTemperature(
  nvml: NvmlLibrary,
  reading: Reading,
  gpu: NvmlHandle,
): NvmlFigures<'memoryTemperature'> {
  const [memoryTemperature = 0] = readFields(nvml, reading, gpu, [FIELD.memoryTemperature]);
  return memoryTemperature === 0 ? {} : { memoryTemperature };
}
