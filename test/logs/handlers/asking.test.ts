import type { ValuesAnswer } from '@gpuscope/datasource/shared';
import { defaultStoreKinds, sharedStore, type SharedStore } from '../../servers/index.js';
import {
  loadWorld,
  type LoadedWorld,
  type LogTruth,
  type Shipment,
} from '../../world/logs/index.js';
import { startBackend, type Backend } from './support/backend.js';
import { siteConfig } from './support/site.js';
import { linesOf, noticesOf, sums, valuesOf } from './support/tables.js';
import { appOf, mostFirst, originOf, pick, tally, textOf } from './support/truth.js';

const FROM = Date.UTC(2026, 9, 1, 8);
const RANGE = { fromMs: FROM, toMs: FROM + 7_200_000 };
const MINUTES = 10 * 60_000;

/** Records that hold labels, each in another spelling, with and without levels and names at index time. */
const SHIPMENTS = [
  'fluent-bit-gpuscope-underscores',
  'fluent-bit-underscores',
  'fluentd-underscores',
  'filebeat',
] as const satisfies readonly Shipment[];

describe.each(defaultStoreKinds)('asking %s', (kind) => {
  let store: SharedStore;
  let world: LoadedWorld;

  beforeAll(async () => {
    store = await sharedStore(kind);
    const prefix = store.unique('asking-');
    const shipments = [...SHIPMENTS, 'journald'] as const;
    world = await loadWorld(store, { ...RANGE, count: 1500, seed: 3, prefix, shipments });
  }, 300_000);

  describe.each(SHIPMENTS)('for lines that came as %s', (name) => {
    let backend: Backend;
    let truths: readonly LogTruth[];
    let apps: readonly string[];

    beforeAll(async () => {
      const shipment = world.shipments.get(name);
      truths = shipment?.truths ?? [];
      apps = mostFirst(truths.map(appOf).filter((app) => app !== ''));
      backend = await startBackend({
        config: siteConfig({ store, index: shipment?.pattern ?? '' }),
      });
    });
    afterAll(() => backend.stop());

    it('finds all lines, the oldest first, in the order in which they were written', async () => {
      const [table] = await backend.tables({ limit: 10_000, direction: 'oldest' }, RANGE);
      expect(table && linesOf(table)).toEqual(truths.map(textOf));
    });

    it('finds the newest lines of two apps at once, and says how many there are', async () => {
      const chosen = [pick(apps, 0), pick(apps, 2)];
      const own = truths.filter((truth) => chosen.includes(appOf(truth)));
      const tables = await backend.tables({ selection: { apps: chosen }, limit: 20 }, RANGE);
      expect(tables.flatMap(linesOf)).toEqual(own.slice(-20).reverse().map(textOf));
      expect(noticesOf(tables)).toContainEqual(
        expect.stringContaining(`newest 20 of ${own.length} lines`),
      );
    });

    it('finds an app that ended long before the end of the range', async () => {
      const lasts = new Map(truths.map((truth) => [appOf(truth), truth.timeNs]));
      const ended = [...lasts].sort(([, a], [, b]) => Number(a - b)).find(([app]) => app !== '');
      const app = ended?.[0] ?? '';
      const tables = await backend.tables({ selection: { apps: [app] } }, RANGE);
      const own = truths.filter((truth) => appOf(truth) === app);
      expect(tables.flatMap(linesOf)).toEqual(own.map(textOf).reverse());
    });

    it('lists apps by how much they wrote', async () => {
      const { json } = await backend.call<ValuesAnswer>('values', { name: 'app', range: RANGE });
      const counted = Object.fromEntries(json.values.map(({ text, count }) => [text, count]));
      expect(counted).toEqual(tally(truths.map(appOf).filter((app) => app !== '')));
      const counts = json.values.map(({ count = 0 }) => count);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    });

    it('counts by app and by pod, over time and at once', async () => {
      const app = pick(apps, 1);
      const own = truths.filter((truth) => appOf(truth) === app);
      const pods = own.map(({ source }) => (source.kind === 'pod' ? source.pod : ''));
      const question = {
        show: 'counts',
        selection: { apps: [app] },
        by: ['pod'],
        top: 100,
      } as const;
      const series = await backend.tables({ ...question, intervalMs: MINUTES }, RANGE);
      const expected = Object.fromEntries(
        Object.entries(tally(pods)).map(([pod, count]) => [`pod=${pod}`, count]),
      );
      expect(sums(series)).toEqual(expected);
      const [first] = series;
      expect(first && valuesOf(first, 'time').length).toBe(12);
      expect(sums(await backend.tables({ ...question, instant: true }, RANGE))).toEqual(expected);
      const byApp = await backend.tables(
        { show: 'counts', by: ['app'], top: 1000, instant: true },
        RANGE,
      );
      expect(Object.values(sums(byApp)).reduce((sum, count) => sum + count, 0)).toBe(truths.length);
    });

    it('gives rates that are the counts in lines a second', async () => {
      const ask = (show: 'counts' | 'rates') =>
        backend.tables({ show, by: [], intervalMs: MINUTES }, RANGE);
      const counts = Object.values(sums(await ask('counts')));
      const rates = Object.values(sums(await ask('rates')));
      expect(counts).toEqual([truths.length]);
      expect(rates[0]).toBeCloseTo(truths.length / 600, 6);
    });

    it('counts every line once in the volume, whatever it knows of levels', async () => {
      const tables = await backend.tables({ show: 'volume', intervalMs: MINUTES }, RANGE);
      const total = Object.values(sums(tables)).reduce((sum, count) => sum + count, 0);
      expect(total).toBe(truths.length);
      const levels = tables
        .map(({ columns }) => columns[1])
        .map((column) => (column?.type === 'number' ? column.labels?.level : undefined));
      expect(levels).toContain('error');
      expect(levels).toContain('info');
    });

    it('finds words as grep does', async () => {
      const words = 'epoch';
      const tables = await backend.tables({ selection: { words }, limit: 10_000 }, RANGE);
      const own = truths.filter(({ line }) => line.toLowerCase().includes(words));
      expect(own.length).toBeGreaterThan(0);
      expect(tables.flatMap(linesOf)).toEqual(own.map(textOf).reverse());
    });

    it('shows what stood around a line, on both sides, of the same container only', async () => {
      const [table] = await backend.tables({ limit: 10_000, direction: 'oldest' }, RANGE);
      const ids = table === undefined ? [] : valuesOf(table, 'id');
      const origin = pick(mostFirst(truths.map(originOf)), 0);
      const own = truths.filter((truth) => originOf(truth) === origin);
      const anchor = own[Math.floor(own.length / 2)];
      const at = own.findIndex((truth) => truth === anchor);
      const id = String(ids[truths.findIndex((truth) => truth === anchor)]);
      const around = async (direction: 'before' | 'after'): Promise<readonly unknown[]> => {
        const question = { show: 'context', context: { id, direction }, limit: 7 } as const;
        return (await backend.tables(question, RANGE)).flatMap(linesOf);
      };
      expect(await around('before')).toEqual(
        own
          .slice(at - 7, at)
          .map(textOf)
          .reverse(),
      );
      expect(await around('after')).toEqual(own.slice(at + 1, at + 8).map(textOf));
    });
  });

  it('names the machines’ apps by the host registry', async () => {
    const { pattern = '', truths = [] } = world.shipments.get('journald') ?? {};
    const backend = await startBackend({ config: siteConfig({ store, index: pattern }) });
    const app = pick(mostFirst(truths.map(appOf).filter((name) => name !== '')), 0);
    const tables = await backend.tables({ selection: { apps: [app] }, direction: 'oldest' }, RANGE);
    const own = truths.filter((truth) => appOf(truth) === app);
    expect(tables.flatMap(linesOf)).toEqual(own.map(textOf));
    await backend.stop();
  });
});
