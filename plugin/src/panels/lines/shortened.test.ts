import fc from 'fast-check';
import { shortened } from './shortened.js';

describe('a text that is too long', () => {
  it('ends with a sign where it was cut, and is whole where it fits', () => {
    expect(shortened('abcdef', 4)).toBe('abcd…');
    expect(shortened('abcd', 4)).toBe('abcd');
    expect(shortened('', 0)).toBe('');
  });

  it('is never cut through a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 20 }), (text, most) => {
        const shown = shortened(text, most);
        expect(shown).not.toMatch(/\p{Surrogate}/u);
        expect(text.startsWith(shown.replace(/…$/u, ''))).toBe(true);
        expect(shown.length).toBeLessThanOrEqual(Math.max(most + 1, 1));
      }),
    );
  });
});
