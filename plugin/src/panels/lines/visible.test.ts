import fc from 'fast-check';
import { visible } from './visible.js';

describe('characters that nobody sees', () => {
  it.each([
    ['a NUL', 'a\0b', 'a␀b'],
    ['a bell and a backspace', 'pass\x07word\x08', 'pass␇word␈'],
    ['a delete', 'x\x7f', 'x␡'],
    ['an escape of eight bits', '\u009b31m', '<U+009B>31m'],
    [
      'a text turned round',
      'user \u202enimda\u202c logged in',
      'user <U+202E>nimda<U+202C> logged in',
    ],
    ['an isolated text', '\u2066x\u2069', '<U+2066>x<U+2069>'],
  ])('are shown by a sign: %s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it.each([
    ['a tab and ends of line', '\tat x\r\n\tat y'],
    ['Hebrew with its marks', 'שגיאה\u200f: 12'],
    ['Chinese and signs of many parts', '显存不足 👩🏽‍💻'],
  ])('are not what people write: %s', (_, text) => {
    expect(visible(text)).toBe(text);
  });

  it('are gone from any text, and once is enough', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visible(text);
        expect(shown.replace(/[\t\r\n]/gu, '')).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
        expect(visible(shown)).toBe(shown);
      }),
    );
  });
});
