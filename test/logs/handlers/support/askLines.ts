import { RANGE, type Shipped } from './shipped.js';
import { linesOf, noticesOf } from './tables.js';
import { appOf, pick, textOf } from './truth.js';

/** Asks for lines. */
export function askLines(get: () => Shipped): void {
  it('finds all lines, the oldest first, in the order in which they were written', async () => {
    const { backend, truths } = get();
    const [table] = await backend.tables({ limit: 10_000, direction: 'oldest' }, RANGE);
    expect(table && linesOf(table)).toEqual(truths.map(textOf));
  });

  it('finds the newest lines of two apps at once, and says how many there are', async () => {
    const { backend, truths, apps } = get();
    const chosen = [pick(apps, 0), pick(apps, 2)];
    const own = truths.filter((truth) => chosen.includes(appOf(truth)));
    const tables = await backend.tables({ selection: { apps: chosen }, limit: 20 }, RANGE);
    expect(tables.flatMap(linesOf)).toEqual(own.slice(-20).reverse().map(textOf));
    expect(noticesOf(tables)).toContainEqual(
      expect.stringContaining(`newest 20 of ${own.length} lines`),
    );
  });

  it('finds an app that ended long before the end of the range', async () => {
    const { backend, truths } = get();
    const lasts = new Map(truths.map((truth) => [appOf(truth), truth.timeNs]));
    const ended = [...lasts].sort(([, a], [, b]) => Number(a - b)).find(([app]) => app !== '');
    const app = ended?.[0] ?? '';
    const tables = await backend.tables({ selection: { apps: [app] } }, RANGE);
    const own = truths.filter((truth) => appOf(truth) === app);
    expect(tables.flatMap(linesOf)).toEqual(own.map(textOf).reverse());
  });

  it('finds words as grep does', async () => {
    const { backend, truths } = get();
    const words = 'epoch';
    const tables = await backend.tables({ selection: { words }, limit: 10_000 }, RANGE);
    const own = truths.filter(({ line }) => line.toLowerCase().includes(words));
    expect(own.length).toBeGreaterThan(0);
    expect(tables.flatMap(linesOf)).toEqual(own.map(textOf).reverse());
  });
}
