export {
  type Board,
  type Drop,
  type DropReason,
  type HeardXid,
  type HolderFigure,
  type Instance,
  type LeafId,
  type LostDevice,
  type Reading,
  type SourceHolder,
  type Telemetry,
  type XidSession,
} from './telemetry.js';
export { CLOCK_EVENT_REASONS, type ClockEventReason } from './clockEventReasons.js';
export { countersFile } from './dcgm/countersFile.js';
export { type DcgmField, type SourceUnit } from './dcgm/field.js';
export { DCGM_FIELDS } from './dcgm/fields.js';
export { missingMetrics } from './missingMetrics.js';
export { normaliseDcgm } from './dcgm/normaliseDcgm.js';
export { type Admission } from './dcgm/selectRows.js';
export { normaliseNvml } from './nvml/normaliseNvml.js';
