import { NVML_BOARD_ROWS } from './boardFields.js';
import type { NvmlFieldRow } from './field.js';
import { NVML_HEALTH_ROWS } from './healthFields.js';
import { NVML_LEAF_ROWS } from './leafFields.js';

/** THE table of what is made of a snapshot's figures. The mask of clock event reasons is a state and no row. */
export const NVML_FIELDS: readonly NvmlFieldRow[] = [
  ...NVML_LEAF_ROWS,
  ...NVML_BOARD_ROWS,
  ...NVML_HEALTH_ROWS,
];

/** How Telemetry.fields names the driver's XID events, which are no figure of a look. */
export const NVML_XIDS = 'xids';
