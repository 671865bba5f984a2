import { parseExposition, serialiseExposition } from '@gpuscope/aggregation';
import { register } from 'prom-client';
import { SELF_METRICS } from './selfMetricRows.js';
import { createSelfMetrics } from './selfMetrics.js';
import { valuesOf } from './testing/report.js';

describe('SELF_METRICS', () => {
  it('has one row per name, each with a help that is a sentence', () => {
    const names = SELF_METRICS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, help } of SELF_METRICS) {
      expect(name).toMatch(/^gpuscope_exporter_[a-z_]+$/);
      expect(help).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('calls counters and only counters _total, and times _seconds', () => {
    for (const { name, type } of SELF_METRICS)
      expect(name.endsWith('_total')).toBe(type === 'counter');
  });
});

describe('createSelfMetrics', () => {
  it('says which program it is', async () => {
    const families = await createSelfMetrics('1.2.3', 'node').families();
    expect(valuesOf(families, 'gpuscope_exporter_build_info')).toEqual({
      'version=1.2.3,role=node': 1,
    });
  });

  it('does not serve a gauge that was never set, and serves counters from 0', async () => {
    const metrics = createSelfMetrics('0', 'node');
    const names = async () => (await metrics.families()).map(({ name }) => name);
    expect(await names()).not.toContain('gpuscope_exporter_pod_directory_synced');
    expect(await names()).toContain('gpuscope_exporter_cycles_total');
    metrics.set('gpuscope_exporter_pod_directory_synced', 0);
    expect(await names()).toContain('gpuscope_exporter_pod_directory_synced');
  });

  it('keeps two instances and the global registry apart', async () => {
    const one = createSelfMetrics('0', 'node');
    const two = createSelfMetrics('0', 'node');
    one.add('gpuscope_exporter_cycles_total', 5);
    expect(valuesOf(await two.families(), 'gpuscope_exporter_cycles_total')).toEqual({ '': 0 });
    expect(register.getMetricsAsArray()).toEqual([]);
  });

  it('asks for what changes by itself before each reading', async () => {
    const metrics = createSelfMetrics('0', 'node');
    let age = 0;
    metrics.beforeRead(() => metrics.set('gpuscope_exporter_snapshot_age_seconds', (age += 1)));
    await metrics.families();
    expect(valuesOf(await metrics.families(), 'gpuscope_exporter_snapshot_age_seconds')).toEqual({
      '': 2,
    });
  });

  it.each(['prometheus', 'openmetrics', 'prometheus'] as const)(
    'is legible as %s, process metrics included, in any order of asking',
    async (format) => {
      const metrics = createSelfMetrics('0', 'node');
      metrics.add('gpuscope_exporter_exposition_problems_total', 2, { code: 'syntax' });
      await metrics.families();
      const text = serialiseExposition(await metrics.families(), format);
      const { samples, problems } = parseExposition(text, { format });
      expect(problems).toEqual([]);
      const names = samples.map(({ name }) => name);
      expect(names).toContain('process_resident_memory_bytes');
      expect(names).toContain('gpuscope_exporter_exposition_problems_total');
    },
  );
});
