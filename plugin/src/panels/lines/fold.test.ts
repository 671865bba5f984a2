import fc from 'fast-check';
import { fold } from './fold.js';

describe('a text folded', () => {
  it.each([
    ['one line', 'one line', 0],
    ['java.lang.Error: x\n\tat a.B.c(B.java:1)\n\tat a.B.d(B.java:2)\n', 'java.lang.Error: x', 2],
    ['a\r\nb', 'a', 1],
    ['\n\n  first\nsecond', '  first', 1],
    ['', '', 0],
    ['\n', '', 0],
  ])('%j shows its first line and says how many follow', (text, first, more) => {
    expect(fold(text)).toEqual({ first, more });
  });

  it('counts every line', () => {
    const line = fc.string({ minLength: 1 }).map((text) => `x${text.replace(/[\r\n]/gu, '')}`);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        expect(fold(lines.join('\n'))).toEqual({ first: lines[0], more: lines.length - 1 });
      }),
    );
  });
});
