import { groupBy } from '../groupBy.js';
import type { DeviceMetric } from '../series/catalog.js';
import type { Reading } from './telemetry.js';

/**
 * Readings that follow from others on the same leaf: utilisation from the engine's activity where GPU_UTIL is missing
 * (always so on MIG instances), total memory from its parts where the source does not state it.
 */
export function derive(readings: readonly Reading[]): Reading[] {
  const byLeaf = groupBy(readings, ({ uuid, gpuInstance }) => `${uuid}/${gpuInstance}`);
  return [...byLeaf.values()].flatMap((same) => [...utilisation(same), ...totalMemory(same)]);
}

const find = (readings: readonly Reading[], metric: DeviceMetric): Reading | undefined =>
  readings.find((reading) => reading.metric === metric);

function utilisation(readings: readonly Reading[]): Reading[] {
  const engine = find(readings, 'gpu_engine_active_ratio');
  if (engine === undefined || find(readings, 'gpu_utilization_ratio') !== undefined) return [];
  return [{ ...engine, metric: 'gpu_utilization_ratio' }];
}

function totalMemory(readings: readonly Reading[]): Reading[] {
  if (find(readings, 'gpu_memory_total_bytes') !== undefined) return [];
  const used = find(readings, 'gpu_memory_used_bytes');
  const free = find(readings, 'gpu_memory_free_bytes');
  if (used === undefined || free === undefined) return [];
  const reserved = find(readings, 'gpu_memory_reserved_bytes')?.value ?? 0;
  const value = used.value + free.value + reserved;
  return [{ ...used, metric: 'gpu_memory_total_bytes', value }];
}
