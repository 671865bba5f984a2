import fc from 'fast-check';
import { LabelSets } from './labelSets.js';

const labels = (entries: Record<string, string>): Map<string, string> =>
  new Map(Object.entries(entries));

describe('LabelSets', () => {
  it('gives one number to the same labels in any order', () => {
    const entries = fc.uniqueArray(fc.tuple(fc.string(), fc.string()), {
      selector: ([name]) => name,
    });
    fc.assert(
      fc.property(entries, fc.infiniteStream(fc.nat()), (pairs, order) => {
        const sets = new LabelSets();
        const shuffled = pairs
          .map((pair) => ({ pair, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ pair }) => pair);
        expect(sets.idOf(new Map(shuffled))).toBe(sets.idOf(new Map(pairs)));
      }),
    );
  });

  it('does not count a label whose value is empty', () => {
    const sets = new LabelSets();
    const bare = sets.idOf(labels({}));
    expect(sets.idOf(labels({ pod: '' }))).toBe(bare);
    expect(sets.idOf(labels({ pod: 'a' }))).not.toBe(bare);
    expect(sets.idOf(labels({ pod: 'a', container: '' }))).toBe(sets.idOf(labels({ pod: 'a' })));
  });

  it('tells sets apart whose hashes are equal', () => {
    // The hash sees a name's length, first and last character, so these three collide.
    const sets = new LabelSets();
    const first = sets.idOf(labels({ a1b: 'v' }));
    const second = sets.idOf(labels({ a2b: 'v' }));
    const third = sets.idOf(labels({ a3b: 'v' }));
    expect(new Set([first, second, third]).size).toBe(3);
    expect(sets.idOf(labels({ a2b: 'v' }))).toBe(second);
    expect(sets.idOf(labels({ a3b: 'v' }))).toBe(third);
  });

  it('tells apart where a value moved to another label', () => {
    const sets = new LabelSets();
    const before = sets.idOf(labels({ app: 'a', user: 'b' }));
    expect(sets.idOf(labels({ app: 'b', user: 'a' }))).not.toBe(before);
  });
});
