import type { ValuesAnswer } from '@gpuscope/datasource/shared';
import { RANGE, type Shipped } from './shipped.js';
import { sums, valuesOf } from './tables.js';
import { appOf, pick, tally } from './truth.js';

const MINUTES = 10 * 60_000;

/** Asks how many lines there are. */
export function askCounts(get: () => Shipped): void {
  it('lists apps by how much they wrote', async () => {
    const { backend, truths } = get();
    const { json } = await backend.call<ValuesAnswer>('values', { name: 'app', range: RANGE });
    const counted = Object.fromEntries(json.values.map(({ text, count }) => [text, count]));
    expect(counted).toEqual(tally(truths.map(appOf).filter((app) => app !== '')));
    const counts = json.values.map(({ count = 0 }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  it('counts by app and by pod, over time and at once', async () => {
    const { backend, truths, apps } = get();
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
    const { backend, truths } = get();
    const ask = (show: 'counts' | 'rates') =>
      backend.tables({ show, by: [], intervalMs: MINUTES }, RANGE);
    const counts = Object.values(sums(await ask('counts')));
    const rates = Object.values(sums(await ask('rates')));
    expect(counts).toEqual([truths.length]);
    expect(rates[0]).toBeCloseTo(truths.length / 600, 6);
  });

  it('counts every line once in the volume, whatever it knows of levels', async () => {
    const { backend, truths } = get();
    const tables = await backend.tables({ show: 'volume', intervalMs: MINUTES }, RANGE);
    const total = Object.values(sums(tables)).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(truths.length);
    const levels = tables
      .map(({ columns }) => columns[1])
      .map((column) => (column?.type === 'number' ? column.labels?.level : undefined));
    expect(levels).toContain('error');
    expect(levels).toContain('info');
  });
}
