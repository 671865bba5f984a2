import type { DeviceMetric } from '../../series/catalog.js';
import { BOARD_ROWS } from '../../series/boardRows.js';
import { HEALTH_ROWS } from '../../series/healthRows.js';
import { LEAF_ROWS } from '../../series/leafRows.js';

/** Fields that together stand in for one that is missing. */
const INSTEAD: Readonly<Partial<Record<DeviceMetric, readonly string[]>>> = {
  gpu_memory_total_bytes: ['DEV_FB_USED', 'DEV_FB_FREE'],
};

/**
 * Device metrics of the catalogue that nothing was seen for, in the catalogue's order.
 *
 * @param fields - as in Telemetry.fields
 */
export function missingMetrics(fields: ReadonlySet<string>): DeviceMetric[] {
  return [...LEAF_ROWS, ...BOARD_ROWS, ...HEALTH_ROWS]
    .filter(({ name, dcgm }) => {
      const instead = INSTEAD[name];
      const stoodIn = instead !== undefined && instead.every((field) => fields.has(field));
      return !stoodIn && !dcgm.some((field) => fields.has(field));
    })
    .map(({ name }) => name);
}
