import { missingMetrics } from '../missingMetrics.js';
import { countersFile } from './countersFile.js';
import { canonicalField, fieldNamed } from './fields.js';

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
