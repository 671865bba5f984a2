import type { DeviceMetric } from '../../series/catalog.js';
import type { NvmlField } from './snapshot.js';
import type { NvmlUnit } from './units.js';

/** What a snapshot's field becomes: which metric, from which unit, and the driver's call that it was read by. */
export interface NvmlFieldRow {
  readonly field: NvmlField;
  readonly metric: DeviceMetric;
  readonly labels?: Readonly<Record<string, string>>;
  readonly unit: NvmlUnit;
  /** As `nvml` of the catalogue's row names it. */
  readonly call: string;
}
