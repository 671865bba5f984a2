import type { DeviceMetric } from '../../series/catalog.js';
import type { DcgmField } from './field.js';

/** A number of events or a flag, under its old name, later ones, and that of 1.x. */
function count(
  field: string,
  laterNames: readonly string[],
  metric: DeviceMetric,
  labels: Readonly<Record<string, string>> | undefined,
  type: 'gauge' | 'counter',
  help: string,
): DcgmField {
  const names = [`DCGM_FI_${field}`, ...laterNames];
  return {
    field,
    names: Object.fromEntries(names.map((name) => [name, 'count'])),
    metric,
    ...(labels === undefined ? {} : { labels }),
    collect: { type, help },
  };
}

const ecc = (field: string, lowerCase: string, kind: string, scope: string): DcgmField =>
  count(
    field,
    [lowerCase],
    'gpu_ecc_errors_total',
    { kind, scope },
    'counter',
    `Memory errors that are ${kind}: ${scope}`,
  );

const nvlink = (stem: string, lowerCase: string, kind: string): DcgmField =>
  count(
    `DEV_NVLINK_${stem}_ERROR_COUNT_TOTAL`,
    [`DCGM_FI_DEV_NVLINK_${stem}_ERROR_TOTAL`, lowerCase],
    'gpu_nvlink_errors_total',
    { kind },
    'counter',
    `NVLink errors: ${kind.replaceAll('_', ' ')}`,
  );

const CORRECTABLE = { kind: 'correctable' } as const;
const UNCORRECTABLE = { kind: 'uncorrectable' } as const;

/** Fields of a board that count errors and repairs. */
export const HEALTH_FIELDS: readonly DcgmField[] = [
  ecc('DEV_ECC_SBE_VOL_TOTAL', 'dcgm_ecc_sbe_volatile_total', 'correctable', 'volatile'),
  ecc('DEV_ECC_DBE_VOL_TOTAL', 'dcgm_ecc_dbe_volatile_total', 'uncorrectable', 'volatile'),
  ecc('DEV_ECC_SBE_AGG_TOTAL', 'dcgm_ecc_sbe_aggregate_total', 'correctable', 'aggregate'),
  ecc('DEV_ECC_DBE_AGG_TOTAL', 'dcgm_ecc_dbe_aggregate_total', 'uncorrectable', 'aggregate'),
  count(
    'DEV_CORRECTABLE_REMAPPED_ROWS',
    ['DCGM_FI_DEV_ROW_REMAP_CORRECTABLE_TOTAL'],
    'gpu_row_remap_rows_total',
    CORRECTABLE,
    'counter',
    'Rows remapped after correctable errors',
  ),
  count(
    'DEV_UNCORRECTABLE_REMAPPED_ROWS',
    ['DCGM_FI_DEV_ROW_REMAP_UNCORRECTABLE_TOTAL'],
    'gpu_row_remap_rows_total',
    UNCORRECTABLE,
    'counter',
    'Rows remapped after uncorrectable errors',
  ),
  count(
    'DEV_ROW_REMAP_FAILURE',
    ['DCGM_FI_DEV_ROW_REMAP_FAILED'],
    'gpu_row_remap_failure',
    undefined,
    'gauge',
    '1 where a row could not be remapped',
  ),
  count(
    'DEV_ROW_REMAP_PENDING',
    [],
    'gpu_row_remap_pending',
    undefined,
    'gauge',
    '1 where a remap waits for a reset',
  ),
  count(
    'DEV_RETIRED_SBE',
    ['DCGM_FI_DEV_PAGE_RETIRED_SBE_TOTAL', 'dcgm_retired_pages_sbe'],
    'gpu_retired_pages_total',
    CORRECTABLE,
    'counter',
    'Pages retired after correctable errors',
  ),
  count(
    'DEV_RETIRED_DBE',
    ['DCGM_FI_DEV_PAGE_RETIRED_DBE_TOTAL', 'dcgm_retired_pages_dbe'],
    'gpu_retired_pages_total',
    UNCORRECTABLE,
    'counter',
    'Pages retired after uncorrectable errors',
  ),
  count(
    'DEV_RETIRED_PENDING',
    ['DCGM_FI_DEV_PAGE_RETIRED_PENDING', 'dcgm_retired_pages_pending'],
    'gpu_retired_pages_pending',
    undefined,
    'gauge',
    'Pages that wait to be retired',
  ),
  count(
    'DEV_PCIE_REPLAY_COUNTER',
    ['DCGM_FI_DEV_PCIE_REPLAY_TOTAL', 'dcgm_pcie_replay_counter'],
    'gpu_pcie_replays_total',
    undefined,
    'counter',
    'PCIe packets sent again',
  ),
  nvlink('CRC_FLIT', 'dcgm_nvlink_flit_crc_error_count_total', 'crc_flit'),
  nvlink('CRC_DATA', 'dcgm_nvlink_data_crc_error_count_total', 'crc_data'),
  nvlink('REPLAY', 'dcgm_nvlink_replay_error_count_total', 'replay'),
  nvlink('RECOVERY', 'dcgm_nvlink_recovery_error_count_total', 'recovery'),
];
