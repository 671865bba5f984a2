import type { NvmlFigures, NvmlLeafField } from '@gpuscope/aggregation';
import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import type { Reading } from './reading.js';

function readMemory(nvml: NvmlLibrary, reading: Reading, leaf: NvmlHandle) {
  const memory = reading.take('nvmlDeviceGetMemoryInfo', () => nvml.memory(leaf));
  if (memory === undefined) return {};
  const { total, used, free, reserved } = memory;
  return {
    memoryTotal: total,
    memoryUsed: used,
    memoryFree: free,
    ...(reserved !== undefined && { memoryReserved: reserved }),
  };
}

const ROWS = [
  ['utilization', 'nvmlDeviceGetUtilizationRates'],
  ['encoder', 'nvmlDeviceGetEncoderUtilization'],
  ['decoder', 'nvmlDeviceGetDecoderUtilization'],
] as const;

/**
 * Figures of a GPU without instances, or of a MIG device, as one look gives them. The driver knows memory only of MIG
 * devices; what their engines do comes by GPM.
 */
export function readLeafFigures(
  nvml: NvmlLibrary,
  reading: Reading,
  leaf: NvmlHandle,
): NvmlFigures<NvmlLeafField> {
  const found: Partial<Record<NvmlLeafField, number>> = readMemory(nvml, reading, leaf);
  for (const [field, call] of ROWS) {
    const value = reading.take(call, () => nvml.number(call, leaf));
    if (value !== undefined) found[field] = value;
  }
  return found;
}
