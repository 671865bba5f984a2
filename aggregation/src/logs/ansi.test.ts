import fc from 'fast-check';
import { withoutAnsi } from './ansi.js';

describe('withoutAnsi', () => {
  it.each([
    ['colours', '\u001b[1;31mred\u001b[0m text', 'red text'],
    ['24-bit colours', '\u001b[38;2;1;2;3mx\u001b[39m', 'x'],
    ['cursor moves', 'a\u001b[2Kb\u001b[1A', 'ab'],
    ['a window title', '\u001b]0;title\u0007text', 'text'],
    ['a link', '\u001b]8;;https://example.com\u001b\\here\u001b]8;;\u001b\\', 'here'],
    ['brackets that are no sequence', '[31m is text', '[31m is text'],
    ['nothing', '', ''],
  ])('takes off %s', (_, text, plain) => {
    expect(withoutAnsi(text)).toBe(plain);
  });

  it('leaves any text without escapes as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\u001b'));
        expect(withoutAnsi(text)).toBe(text);
      }),
    );
  });
});
