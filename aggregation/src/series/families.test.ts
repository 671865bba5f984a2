import { CATALOG } from './catalog.js';
import { toFamilies } from './families.js';
import { labelsOf } from './metricRow.js';
import type { Series } from './series.js';

const LABELS = {
  user: 'u',
  app: 'a',
  tenant: 't',
  container: '',
  pod: 'p',
  namespace: 'ns',
  mig_profile: '',
  gpu_instance: '',
  model: 'm',
  uuid: 'GPU-a',
  gpu: '0',
  node: 'n',
  cluster: 'c',
};

describe('toFamilies', () => {
  it('orders labels as the catalogue does, the cluster first, and leaves empty ones out', () => {
    const series: Series = { metric: 'gpu_workload_allocated_ratio', labels: LABELS, value: 1 };
    const [family] = toFamilies([series]);
    expect([...(family?.samples[0]?.labels ?? [])]).toEqual([
      ['cluster', 'c'],
      ['node', 'n'],
      ['gpu', '0'],
      ['uuid', 'GPU-a'],
      ['model', 'm'],
      ['tenant', 't'],
      ['app', 'a'],
      ['user', 'u'],
      ['namespace', 'ns'],
      ['pod', 'p'],
    ]);
  });

  it('gives families in the catalogue’s order, whatever the series’', () => {
    const names = [
      'gpu_account_allocated_seconds_total',
      'gpu_info',
      'gpu_utilization_ratio',
    ] as const;
    const families = toFamilies(names.map((metric) => ({ metric, labels: {}, value: 1 })));
    const order = CATALOG.map(({ name }) => name as string);
    const places = families.map(({ name }) => order.indexOf(name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).toHaveLength(3);
  });

  it('keeps the series of one metric together and in order', () => {
    const series = ['1', '0'].map((gpu): Series => ({
      metric: 'gpu_power_watts',
      labels: { gpu },
      value: 1,
    }));
    const other: Series = { metric: 'gpu_info', labels: { gpu: '0' }, value: 1 };
    const families = toFamilies([series[0] ?? other, other, series[1] ?? other]);
    const power = families.find(({ name }) => name === 'gpu_power_watts');
    expect(power?.samples.map(({ labels }) => labels.get('gpu'))).toEqual(['1', '0']);
    expect(power).toMatchObject({ type: 'gauge', unit: 'watts' });
  });

  it('gives a unit only where the name can end in it', () => {
    const families = toFamilies(
      CATALOG.map(({ name }) => ({ metric: name, labels: {}, value: 1 })),
    );
    for (const { name, unit } of families) {
      if (unit !== undefined) expect(name.replace(/_total$/, '')).toMatch(new RegExp(`_${unit}$`));
    }
    expect(families.find(({ name }) => name === 'gpu_holders')).not.toHaveProperty('unit');
  });

  it('is empty where there is nothing', () => {
    expect(toFamilies([])).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('names each metric once, and each label of a row once', () => {
    const names = CATALOG.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const row of CATALOG) expect(new Set(labelsOf(row)).size).toBe(labelsOf(row).length);
  });

  it('gives the operator’s rows no tenant and the tenants’ rows one', () => {
    for (const row of CATALOG) {
      if (row.audience === 'operator') expect(labelsOf(row)).not.toContain('tenant');
      if (row.audience === 'tenant') {
        expect(labelsOf(row)).toEqual(expect.arrayContaining(['tenant', 'namespace']));
      }
    }
  });

  it('ends the names of counters, and only theirs, in _total', () => {
    for (const { name, type } of CATALOG) {
      expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
    }
  });
});
