import { RANGE, type Shipped } from './shipped.js';
import { linesOf, valuesOf } from './tables.js';
import { mostFirst, originOf, pick, textOf } from './truth.js';

/** Asks what stood around a line. */
export function askContext(get: () => Shipped): void {
  it('shows what stood around a line, on both sides, of the same container only', async () => {
    const { backend, truths } = get();
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
}
