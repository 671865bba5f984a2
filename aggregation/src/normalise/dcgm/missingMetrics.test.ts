import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseExposition } from '../../exposition/index.js';
import { countersFile } from './countersFile.js';
import { canonicalField, DCGM_FIELDS, fieldNamed } from './fields.js';
import { missingMetrics } from './missingMetrics.js';
import { normaliseDcgm } from './normaliseDcgm.js';

const fixture = (name: string): string =>
  readFileSync(join(__dirname, '../../../../test/fixtures/dcgm', name), 'utf8');

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
});

describe('countersFile', () => {
  const lines = countersFile()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

  it('has three columns, as dcgm-exporter demands, and ends its last line', () => {
    for (const line of lines) expect(line.split(',')).toHaveLength(3);
    expect(countersFile().endsWith('\n')).toBe(true);
    expect(countersFile()).not.toContain('"DCGM');
  });

  it('lets nothing of the catalogue be missing', () => {
    const names = lines.map((line) => line.split(',')[0] ?? '');
    expect(missingMetrics(new Set(names.map(canonicalField)))).toEqual([]);
  });

  it('has each field once, under a name whose unit is certain', () => {
    const names = lines.map((line) => line.split(',')[0] ?? '');
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(fieldNamed(name)?.rank).toBe(0);
      expect(fieldNamed(name)?.unit).not.toBe('percent_or_ratio');
    }
  });

  it('declares what each field is', () => {
    const types = new Map(lines.map((line) => [line.split(',')[0], line.split(',')[1]?.trim()]));
    expect(types.get('DCGM_FI_DRIVER_VERSION')).toBe('label');
    expect(types.get('DCGM_FI_DEV_XID_ERRORS')).toBe('gauge');
    expect(types.get('DCGM_FI_PROF_PCIE_TX_BYTES')).toBe('gauge');
    expect(types.get('DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION')).toBe('counter');
    expect(types.get('DCGM_FI_DEV_POWER_VIOLATION')).toBe('counter');
  });

  it('asks for no counter that is none', () => {
    expect(countersFile()).not.toMatch(/BANDWIDTH_TOTAL|DCGM_EXP_/);
  });
});
