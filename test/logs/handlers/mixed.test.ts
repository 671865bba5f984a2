import type { AboutAnswer, ValuesAnswer } from '@gpuscope/datasource/shared';
import { defaultStoreKinds, sharedStore, type SharedStore } from '../../servers/index.js';
import { loadWorld, type LogTruth, type Shipment } from '../../world/logs/index.js';
import { startBackend, type Backend } from './support/backend.js';
import { until } from '../stores/support/waiting.js';
import { writeRecords } from './support/records.js';
import { siteConfig } from './support/site.js';
import { linesOf, noticesOf, sums } from './support/tables.js';
import { appOf, mostFirst, pick, tally, textOf } from './support/truth.js';

const FROM = Date.UTC(2026, 9, 1, 8);
const RANGE = { fromMs: FROM, toMs: FROM + 7_200_000 };

/** Pods' records in two shapes, and those of machines: what one site has side by side. */
const SHIPMENTS = [
  'fluent-bit-gpuscope-underscores',
  'filebeat',
  'journald',
] as const satisfies readonly Shipment[];

describe.each(defaultStoreKinds)('several shapes at once on %s', (kind) => {
  let store: SharedStore;
  let backend: Backend;
  let truths: readonly LogTruth[];

  beforeAll(async () => {
    store = await sharedStore(kind);
    const prefix = store.unique('mixed-');
    const world = await loadWorld(store, {
      ...RANGE,
      count: 900,
      seed: 9,
      prefix,
      shipments: SHIPMENTS,
    });
    const all = SHIPMENTS.map((name) => world.shipments.get(name));
    truths = all.flatMap((one) => one?.truths ?? []);
    await store.must('PUT', `/${prefix}unknown`, {});
    const index = [...all.map((one) => one?.pattern ?? ''), `${prefix}unknown`].join(',');
    backend = await startBackend({ config: siteConfig({ store, index }) });
  }, 300_000);
  afterAll(() => backend.stop());

  it('are one list of lines, in order of time', async () => {
    const tables = await backend.tables({ limit: 10_000, direction: 'oldest' }, RANGE);
    expect(tally(tables.flatMap(linesOf).map(String))).toEqual(tally(truths.map(textOf)));
    const times = tables.flatMap(({ columns }) =>
      columns[0]?.type === 'time' ? [...columns[0].values] : [],
    );
    expect(times).toEqual(times.toSorted((a, b) => (a < b ? -1 : Number(a > b))));
  });

  it('are counted and listed together by app, pods and machines alike', async () => {
    const apps = tally(truths.map(appOf).filter((app) => app !== ''));
    const { json } = await backend.call<ValuesAnswer>('values', { name: 'app', range: RANGE });
    expect(Object.fromEntries(json.values.map(({ text, count }) => [text, count]))).toEqual(apps);
    const app = pick(mostFirst(truths.map(appOf).filter((name) => name !== '')), 0);
    const tables = await backend.tables(
      { show: 'counts', selection: { apps: [app] }, by: [], instant: true },
      RANGE,
    );
    expect(Object.values(sums(tables))).toEqual([apps[app]]);
  });

  it('leave out, with a word, what nobody can read', async () => {
    const tables = await backend.tables({ limit: 1 }, RANGE);
    expect(noticesOf(tables)).toContainEqual(
      expect.stringMatching(/Lines of .*mixed-unknown are left out: nobody knows/),
    );
    const { json } = await backend.call<AboutAnswer>('about');
    expect([...json.shapes].sort()).toEqual(['ecs', 'fluent-bit', 'journald']);
    expect(JSON.stringify((await backend.health()).details)).toContain('mixed-unknown');
  });

  it('each keep what only they have', async () => {
    // The kernel speaks for no unit.
    const units = truths.flatMap(({ source }) => (source.kind === 'host' ? [source.unit] : []));
    const named = units.filter((name) => name !== '');
    const unit = pick(mostFirst(named), 0);
    const tables = await backend.tables(
      { selection: { units: [unit] }, limit: 10_000, direction: 'oldest' },
      RANGE,
    );
    const own = truths.filter(({ source }) => source.kind === 'host' && source.unit === unit);
    expect(tables.flatMap(linesOf)).toEqual(own.map(textOf));
    const offsets = await backend.tables(
      { selection: { filters: [{ name: 'input.type', op: 'exists', values: [] }] }, limit: 10_000 },
      RANGE,
    );
    expect(offsets.flatMap(linesOf).length).toBeGreaterThan(0);
  });

  it('of which one is new are found as soon as the fields are looked at again', async () => {
    const index = store.unique('rollover');
    await writeRecords(store, `${index}-1`, [{ ms: FROM, line: 'old' }]);
    const timing = { fieldsTtlMs: 100 };
    const other = await startBackend({
      config: siteConfig({ store, index: `${index}-*` }),
      timing,
    });
    expect((await other.tables({}, RANGE)).flatMap(linesOf)).toEqual(['old']);
    await writeRecords(store, `${index}-2`, [{ ms: FROM + 1, line: 'new' }]);
    const seen = async () => (await other.tables({}, RANGE)).flatMap(linesOf).join();
    await until(async () => (await seen()) === 'new,old');
    await other.stop();
  });
});
