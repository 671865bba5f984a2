import { show } from './show.js';

describe('show', () => {
  it.each([
    ['plain text', '"plain text"'],
    ['', '""'],
    ['a"b\\c', '"a\\"b\\\\c"'],
    ['a\0b\tc\r', '"a\\x00b\\x09c\\x0d"'],
    ['\u007f\u0085\u00a0', '"\\x7f\\x85\\xa0"'],
    ['\u200b\u202e\ufeff\ufffd', '"\\u200b\\u202e\\ufeff\\ufffd"'],
    ['\ud800', '"\\ud800"'],
    ['显卡 ü😀', '"显卡 ü😀"'],
  ])('makes %j legible', (text, shown) => {
    expect(show(text)).toBe(shown);
  });

  it('shortens what is longer than 40 characters', () => {
    expect(show('x'.repeat(40))).toBe(`"${'x'.repeat(40)}"`);
    expect(show('x'.repeat(41))).toBe(`"${'x'.repeat(40)}…"`);
  });

  it('never cuts a character in two', () => {
    expect(show('😀'.repeat(1000))).toBe(`"${'😀'.repeat(40)}…"`);
  });
});
