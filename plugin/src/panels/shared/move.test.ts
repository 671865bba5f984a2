import fc from 'fast-check';
import { clamp, move } from './move.js';

const KEYS = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'Home',
  'End',
];

describe('keys', () => {
  const lengths = [3, 1, 3];
  it.each([
    ['ArrowRight', { row: 0, column: 0 }, { row: 0, column: 1 }],
    ['ArrowRight', { row: 0, column: 2 }, { row: 0, column: 2 }],
    ['ArrowLeft', { row: 0, column: 0 }, { row: 0, column: 0 }],
    ['ArrowDown', { row: 0, column: 2 }, { row: 1, column: 0 }],
    ['ArrowUp', { row: 0, column: 1 }, { row: 0, column: 1 }],
    ['End', { row: 2, column: 0 }, { row: 2, column: 2 }],
    ['Home', { row: 2, column: 2 }, { row: 2, column: 0 }],
    ['PageDown', { row: 0, column: 1 }, { row: 2, column: 1 }],
  ])('%s goes on from %j to %j', (key, from, to) => {
    expect(move(from, key, lengths)).toEqual(to);
  });

  it('that have nothing to do with places are left alone', () => {
    expect(move({ row: 0, column: 0 }, 'a', lengths)).toBeUndefined();
  });

  it('go over rows in which there is nothing', () => {
    expect(move({ row: 0, column: 0 }, 'ArrowDown', [1, 0, 0, 2])).toEqual({ row: 3, column: 0 });
    expect(move({ row: 0, column: 0 }, 'ArrowDown', [1, 0])).toEqual({ row: 0, column: 0 });
  });

  it('never lead to a place that is not there', () => {
    const lengthsOf = fc.array(fc.nat(4), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        lengthsOf,
        fc.array(fc.constantFrom(...KEYS), { maxLength: 20 }),
        (lengths, keys) => {
          let at = clamp({ row: 0, column: 0 }, lengths);
          for (const key of keys) {
            at = move(at, key, lengths)!;
            expect(at.row).toBeGreaterThanOrEqual(0);
            expect(at.row).toBeLessThan(lengths.length);
            expect(at.column).toBeGreaterThanOrEqual(0);
            expect(at.column).toBeLessThanOrEqual(Math.max(0, lengths[at.row]! - 1));
          }
        },
      ),
    );
  });
});
