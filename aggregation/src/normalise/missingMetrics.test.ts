import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseExposition } from '../exposition/index.js';
import { DCGM_FIELDS } from './dcgm/fields.js';
import { normaliseDcgm } from './dcgm/normaliseDcgm.js';
import { missingMetrics } from './missingMetrics.js';
import { NVML_BOARD_FIELDS, NVML_LEAF_FIELDS } from './nvml/snapshot.js';

const fixture = (name: string): string =>
  readFileSync(join(__dirname, '../../../test/fixtures/dcgm', name), 'utf8');

describe('missingMetrics', () => {
  it('names every device metric where nothing is seen', () => {
    const all = missingMetrics(new Set());
    expect(all).toContain('gpu_utilization_ratio');
    expect(all).toContain('gpu_xid_errors_total');
    expect(all).not.toContain('gpu_info');
    expect(all).not.toContain('gpu_holders');
  });

  it('names nothing where every field is seen', () => {
    expect(missingMetrics(new Set(DCGM_FIELDS.map(({ field }) => field)))).toEqual([]);
    const ofNvml = [...NVML_BOARD_FIELDS, ...NVML_LEAF_FIELDS, 'xids'];
    expect(missingMetrics(new Set(ofNvml))).toEqual([]);
  });

  it('says what a stock counters file lacks', () => {
    const { fields } = normaliseDcgm(parseExposition(fixture('synthetic-4.9-new-names.prom')));
    expect(missingMetrics(fields)).toEqual([
      'gpu_sm_active_ratio',
      'gpu_sm_occupancy_ratio',
      'gpu_power_limit_watts',
      'gpu_nvlink_transmit_bytes_per_second',
      'gpu_nvlink_receive_bytes_per_second',
      'gpu_ecc_errors_total',
      'gpu_row_remap_pending',
      'gpu_retired_pages_total',
      'gpu_retired_pages_pending',
      'gpu_nvlink_errors_total',
    ]);
  });

  it('takes the engine’s activity for utilisation, and used and free memory for the total', () => {
    const missing = missingMetrics(
      new Set(['PROF_GR_ENGINE_ACTIVE', 'DEV_FB_USED', 'DEV_FB_FREE']),
    );
    expect(missing).not.toContain('gpu_utilization_ratio');
    expect(missing).not.toContain('gpu_memory_total_bytes');
    expect(missingMetrics(new Set(['DEV_FB_USED']))).toContain('gpu_memory_total_bytes');
  });

  it('says what a chip without GPM and a driver without events lack', () => {
    const gpm = /^(?:gpm|engine|sm[AO]|tensor|dram)/;
    const fields = [...NVML_BOARD_FIELDS, ...NVML_LEAF_FIELDS].filter((name) => !gpm.test(name));
    expect(missingMetrics(new Set(fields))).toEqual([
      'gpu_engine_active_ratio',
      'gpu_sm_active_ratio',
      'gpu_sm_occupancy_ratio',
      'gpu_tensor_active_ratio',
      'gpu_dram_active_ratio',
      'gpu_xid_errors_total',
      'gpu_xid_last_timestamp_seconds',
    ]);
  });

  it('takes what two sources see together', () => {
    const one = missingMetrics(new Set(['power', 'engineActive']));
    expect(one).not.toContain('gpu_power_watts');
    expect(one).not.toContain('gpu_utilization_ratio');
    const both = missingMetrics(new Set(['power', 'engineActive', 'DEV_GPU_TEMP']));
    expect(one.filter((name) => !both.includes(name))).toEqual(['gpu_temperature_celsius']);
  });
});
