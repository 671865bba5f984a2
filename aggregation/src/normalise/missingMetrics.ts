import type { DeviceMetric } from '../series/catalog.js';
import { BOARD_ROWS } from '../series/boardRows.js';
import { HEALTH_ROWS } from '../series/healthRows.js';
import { LEAF_ROWS } from '../series/leafRows.js';
import { NVML_FIELDS, NVML_XIDS } from './nvml/fields.js';

/** Fields that together stand in for one that is missing. */
const INSTEAD: Readonly<Partial<Record<DeviceMetric, readonly (readonly string[])[]>>> = {
  gpu_memory_total_bytes: [
    ['DEV_FB_USED', 'DEV_FB_FREE'],
    ['memoryUsed', 'memoryFree'],
  ],
  gpu_utilization_ratio: [['engineActive']],
  gpu_xid_errors_total: [[NVML_XIDS]],
  gpu_xid_last_timestamp_seconds: [[NVML_XIDS]],
};

/**
 * Device metrics of the catalogue that nothing was seen for, in the catalogue's order.
 *
 * @param fields - as in Telemetry.fields
 */
export function missingMetrics(fields: ReadonlySet<string>): DeviceMetric[] {
  const byNvml = new Set(
    NVML_FIELDS.filter(({ field }) => fields.has(field)).map(({ metric }) => metric),
  );
  return [...LEAF_ROWS, ...BOARD_ROWS, ...HEALTH_ROWS]
    .filter(({ name, dcgm }) => {
      const stoodIn = INSTEAD[name]?.some((all) => all.every((field) => fields.has(field)));
      return stoodIn !== true && !byNvml.has(name) && !dcgm.some((field) => fields.has(field));
    })
    .map(({ name }) => name);
}
