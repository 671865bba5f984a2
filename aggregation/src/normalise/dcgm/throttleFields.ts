import type { DcgmField } from './field.js';

/** reason → [field, name in DCGM 4.7, name in 1.x]. */
const REASONS = [
  ['power', 'DEV_POWER_VIOLATION', 'POWER', 'dcgm_power_violation'],
  ['thermal', 'DEV_THERMAL_VIOLATION', 'THERMAL', 'dcgm_thermal_violation'],
  ['sync_boost', 'DEV_SYNC_BOOST_VIOLATION', 'SYNC_BOOST', 'dcgm_sync_boost_violation'],
  ['board_limit', 'DEV_BOARD_LIMIT_VIOLATION', 'LIMIT', 'dcgm_board_limit_violation'],
  ['low_utilization', 'DEV_LOW_UTIL_VIOLATION', 'LOW_UTIL', 'dcgm_low_util_violation'],
  ['reliability', 'DEV_RELIABILITY_VIOLATION', 'RELIABILITY', 'dcgm_reliability_violation'],
] as const;

/**
 * Time for which clocks were held down. Old HELP texts and headers say microseconds; the number has always been NVML's,
 * which is nanoseconds, and DCGM's own header says so since 4.x.
 */
export const THROTTLE_FIELDS: readonly DcgmField[] = REASONS.map(
  ([reason, field, stem, lowerCase]) => ({
    field,
    names: {
      [`DCGM_FI_${field}`]: 'nanoseconds',
      [`DCGM_FI_DEV_GPU_${stem}_THROTTLE_SECONDS_TOTAL`]: 'seconds',
      [lowerCase]: 'nanoseconds',
    },
    metric: 'gpu_throttle_seconds_total',
    labels: { reason },
    collect: {
      type: 'counter',
      help: `Time with clocks held down: ${reason.replaceAll('_', ' ')} (ns)`,
    },
  }),
);
