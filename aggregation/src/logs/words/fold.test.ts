import fc from 'fast-check';
import { fold } from './fold.js';

describe('fold', () => {
  it.each([
    ['ERROR', 'error'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['İstanbul', 'istanbul'],
    ['ЖЖ', 'жж'],
    ['显存不足', '显存不足'],
    ['Straße', 'straße'],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps every character one character, and does nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text);
        expect([...folded]).toHaveLength([...text].length);
        expect(fold(folded)).toBe(folded);
      }),
    );
  });
});
