import { gunzipSync } from 'node:zlib';
import type { Series } from '@gpuscope/aggregation';
import { parseExposition } from '@gpuscope/aggregation';
import { createSnapshotStore } from '../cycle/snapshot.js';
import { createSelfMetrics } from '../selfMetrics.js';
import { fakeClock } from '../testing/fakes.js';
import { createMetricsPage } from './page.js';

const POWER: Series = {
  metric: 'gpu_power_watts',
  labels: { node: 'n', gpu: '0', uuid: 'GPU-a' },
  value: 300,
};
const ACCOUNT: Series = {
  metric: 'gpu_account_allocated_seconds_total',
  labels: { node: 'n', tenant: 'risk' },
  value: 12,
};

function page() {
  const store = createSnapshotStore();
  const metrics = createSelfMetrics('0', 'node');
  const clock = fakeClock();
  let readings = 0;
  metrics.beforeRead(() => (readings += 1));
  const made = createMetricsPage({ store, metrics, dropAfterMs: 60_000, clock });
  const publish = (series: readonly Series[]) =>
    store.publish({ series, atMs: clock.monotonicMs() });
  const text = async () => (await made.read('prometheus', false)).toString();
  const value = async (name: string) =>
    parseExposition(await text()).samples.find((sample) => sample.name === name)?.value;
  return { made, publish, clock, text, value, renderings: () => readings };
}

describe('createMetricsPage', () => {
  it('serves the exporter’s own metrics before there is any series', async () => {
    const { text } = page();
    expect(await text()).toContain('gpuscope_exporter_build_info');
  });

  it('serves the last snapshot and its age', async () => {
    const { publish, clock, value } = page();
    publish([POWER]);
    clock.advance(2_500);
    expect(await value('gpu_power_watts')).toBe(300);
    expect(await value('gpuscope_exporter_snapshot_age_seconds')).toBe(2.5);
  });

  it('renders once for forty at a time, in each format and packing', async () => {
    const { made, publish, renderings } = page();
    publish([POWER]);
    const kinds = [false, true].flatMap((packed) => Array<boolean>(40).fill(packed));
    const bodies = await Promise.all(kinds.map((packed) => made.read('prometheus', packed)));
    expect(renderings()).toBe(1);
    expect(new Set(bodies).size).toBe(2);
    await Promise.all(Array.from({ length: 40 }, () => made.read('openmetrics', false)));
    expect(renderings()).toBe(2);
  });

  it('renders anew for a new snapshot, and after a second for its own metrics', async () => {
    const { publish, clock, value, text, renderings } = page();
    publish([POWER]);
    await text();
    publish([{ ...POWER, value: 400 }]);
    expect(await value('gpu_power_watts')).toBe(400);
    expect(renderings()).toBe(2);
    clock.advance(999);
    await text();
    expect(renderings()).toBe(2);
    clock.advance(1);
    await text();
    expect(renderings()).toBe(3);
  });

  it('packs what it serves unpacked', async () => {
    const { made, publish, text } = page();
    publish([POWER]);
    expect(gunzipSync(await made.read('prometheus', true)).toString()).toBe(await text());
  });

  it('serves accounts alone when cycles have failed for longer than figures may live', async () => {
    const { publish, clock, value } = page();
    publish([POWER, ACCOUNT]);
    clock.advance(60_001);
    expect(await value('gpu_power_watts')).toBeUndefined();
    expect(await value('gpu_account_allocated_seconds_total')).toBe(12);
  });

  it('is whole as OpenMetrics', async () => {
    const { made, publish } = page();
    publish([POWER, ACCOUNT]);
    const body = (await made.read('openmetrics', false)).toString();
    const { problems, samples } = parseExposition(body, { format: 'openmetrics' });
    expect(problems).toEqual([]);
    expect(samples.map(({ name }) => name)).toContain('gpu_account_allocated_seconds_total');
  });

  it('does not keep a failure', async () => {
    const store = createSnapshotStore();
    const metrics = createSelfMetrics('0', 'node');
    let fail = true;
    metrics.beforeRead(() => {
      if (fail) throw new Error('once');
    });
    const made = createMetricsPage({ store, metrics, dropAfterMs: 1, clock: fakeClock() });
    await expect(made.read('prometheus', false)).rejects.toThrow('once');
    fail = false;
    await expect(made.read('prometheus', false)).resolves.toBeInstanceOf(Buffer);
  });
});
