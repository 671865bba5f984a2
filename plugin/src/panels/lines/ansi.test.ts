import fc from 'fast-check';
import { ansiParts, plainText } from './ansi.js';

const ESC = '\u001b';

describe('a line with terminal codes', () => {
  it('comes in parts of one look each', () => {
    expect(ansiParts(`a ${ESC}[1;31mbad${ESC}[0m b`)).toEqual([
      { text: 'a ' },
      { text: 'bad', isBold: true, color: 'red' },
      { text: ' b' },
    ]);
  });

  it('keeps a colour until it is taken back', () => {
    const parts = ansiParts(`${ESC}[92mok ${ESC}[4mmore${ESC}[24m ${ESC}[39mplain`);
    expect(parts.map(({ color }) => color)).toEqual(['green', 'green', 'green', undefined]);
    expect(parts.map(({ isUnderlined = false }) => isUnderlined)).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it('takes no part of a palette’s colour for a look', () => {
    expect(ansiParts(`${ESC}[38;5;1mx`)).toEqual([{ text: 'x' }]);
    expect(ansiParts(`${ESC}[1;48;2;4;31;4mx`)).toEqual([{ text: 'x', isBold: true }]);
  });

  it('loses nothing else, and no code is left', () => {
    const piece = fc.oneof(
      fc.string(),
      fc
        .constantFrom('[0m', '[31m', '[1;33m', '[2K', ']0;title\u0007', '[38;5;200m', '')
        .map((code) => ESC + code),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(plainText(pieces.join(''))).not.toContain(ESC);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes(ESC));
        expect(ansiParts(text)).toEqual([{ text }]);
        expect(plainText(`${ESC}[31m${text}${ESC}[0m`)).toBe(text);
      }),
    );
  });
});
