import fc from 'fast-check';
import { cutLine } from './cutLine.js';

/** Characters of one and of two units, and halves of the latter. */
const chars = fc.constantFrom('a', ' ', '显', '\uFFFD', '😀', '\uD83D', '\uDE00');
const texts = fc.array(chars, { maxLength: 60 }).map((all) => all.join(''));

describe('cutLine', () => {
  it.each([
    ['abc', 3, 'abc', 0],
    ['abcd', 3, 'abc', 1],
    ['显存不足', 2, '显存', 2],
    ['a😀😀b', 2, 'a😀', 2],
    ['😀', 1, '😀', 0],
    ['', 5, '', 0],
    ['a\uFFFDb', 2, 'a\uFFFD', 1],
  ])('%j to %d', (line, max, kept, cut) => {
    expect(cutLine(line, max)).toEqual({ line: kept, cut });
  });

  it('keeps the first characters and counts the others', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 80 }), (line, max) => {
        const all = [...line];
        const { line: kept, cut } = cutLine(line, max);
        expect(kept).toBe(all.slice(0, max).join(''));
        expect(cut).toBe(Math.max(0, all.length - max));
      }),
    );
  });

  it('cuts a line of two million characters', () => {
    const { line, cut } = cutLine('tensor 显存 '.repeat(200_000), 10_000);
    expect([line.length, cut]).toEqual([10_000, 1_990_000]);
  });
});
