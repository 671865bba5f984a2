import type { NvmlFieldRow } from './field.js';

/** Causes for which clocks were held down. */
const THROTTLE = [
  ['violationPower', 'power'],
  ['violationThermal', 'thermal'],
  ['violationSyncBoost', 'sync_boost'],
  ['violationBoardLimit', 'board_limit'],
  ['violationLowUtilization', 'low_utilization'],
  ['violationReliability', 'reliability'],
] as const;

const ECC = [
  ['eccVolatileCorrected', 'correctable', 'volatile'],
  ['eccVolatileUncorrected', 'uncorrectable', 'volatile'],
  ['eccAggregateCorrected', 'correctable', 'aggregate'],
  ['eccAggregateUncorrected', 'uncorrectable', 'aggregate'],
] as const;

const NVLINK = [
  ['nvlinkCrcFlitErrors', 'crc_flit'],
  ['nvlinkCrcDataErrors', 'crc_data'],
  ['nvlinkReplayErrors', 'replay'],
  ['nvlinkRecoveryErrors', 'recovery'],
] as const;

/** Numbers of events and flags of a board: field, metric, call, and the kind of error where there are several. */
const COUNTS = [
  [
    'remappedCorrectable',
    'gpu_row_remap_rows_total',
    'nvmlDeviceGetRemappedRows',
    { kind: 'correctable' },
  ],
  [
    'remappedUncorrectable',
    'gpu_row_remap_rows_total',
    'nvmlDeviceGetRemappedRows',
    { kind: 'uncorrectable' },
  ],
  ['remapFailure', 'gpu_row_remap_failure', 'nvmlDeviceGetRemappedRows', undefined],
  ['remapPending', 'gpu_row_remap_pending', 'nvmlDeviceGetRemappedRows', undefined],
  [
    'retiredSingleBit',
    'gpu_retired_pages_total',
    'nvmlDeviceGetRetiredPages',
    { kind: 'correctable' },
  ],
  [
    'retiredDoubleBit',
    'gpu_retired_pages_total',
    'nvmlDeviceGetRetiredPages',
    { kind: 'uncorrectable' },
  ],
  [
    'retiredPending',
    'gpu_retired_pages_pending',
    'nvmlDeviceGetRetiredPagesPendingStatus',
    undefined,
  ],
  ['pcieReplays', 'gpu_pcie_replays_total', 'nvmlDeviceGetPcieReplayCounter', undefined],
] as const;

/** Throttling, errors and repairs of a board. */
export const NVML_HEALTH_ROWS: readonly NvmlFieldRow[] = [
  ...THROTTLE.map(([field, reason]) => ({
    field,
    metric: 'gpu_throttle_seconds_total' as const,
    labels: { reason },
    unit: 'nanoseconds' as const,
    call: 'nvmlDeviceGetViolationStatus',
  })),
  ...ECC.map(([field, kind, scope]) => ({
    field,
    metric: 'gpu_ecc_errors_total' as const,
    labels: { kind, scope },
    unit: 'count' as const,
    call: 'nvmlDeviceGetTotalEccErrors',
  })),
  ...COUNTS.map(([field, metric, call, labels]) => ({
    field,
    metric,
    unit: 'count' as const,
    call,
    ...(labels === undefined ? {} : { labels }),
  })),
  ...NVLINK.map(([field, kind]) => ({
    field,
    metric: 'gpu_nvlink_errors_total' as const,
    labels: { kind },
    unit: 'count' as const,
    call: 'nvmlDeviceGetNvLinkErrorCounter',
  })),
];
