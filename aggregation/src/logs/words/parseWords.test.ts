import { GpuscopeError } from '../../errors.js';
import { parseWords, WORDS_MAX_CHARS, WORDS_MAX_COUNT } from './parseWords.js';

const include = (...words: readonly string[]) => ({ include: words, exclude: [] });

describe('parseWords', () => {
  it.each([
    ['', include()],
    ['  \t\n', include()],
    ['OutOfMemoryError', include('OutOfMemoryError')],
    ['a  b\u3000c', include('a', 'b', 'c')],
    ['a a', include('a')],
    ['"a b" c', include('a b', 'c')],
    ['user="a b"', include('user="a', 'b"')],
    [String.raw`"say \"no\" \\ \n"`, include(String.raw`say "no" \ \n`)],
    ['"a""b"', include('a', 'b')],
    ['"-x"', include('-x')],
    [String.raw`C:\temp`, include(String.raw`C:\temp`)],
    ['a - b', include('a', '-', 'b')],
    ['"" "  "', include()],
    ['ok -debug -"a b"', { include: ['ok'], exclude: ['debug', 'a b'] }],
    ['--flag', { include: [], exclude: ['-flag'] }],
    ['显存不足 -超时', { include: ['显存不足'], exclude: ['超时'] }],
  ])('reads %j', (words, parsed) => {
    expect(parseWords(words)).toEqual(parsed);
  });

  it.each([
    ['ok "not closed', /quote at character 4 is not closed/],
    ['ok -"not closed', /quote at character 5 is not closed/],
    ['"', /quote at character 1/],
    ['x'.repeat(WORDS_MAX_CHARS + 1), /4001 characters; at most 4000/],
    [
      Array.from({ length: WORDS_MAX_COUNT + 1 }, (_, index) => `w${index}`).join(' '),
      /41 words; at most 40/,
    ],
  ])('refuses %.30j', (words, message) => {
    expect(() => parseWords(words)).toThrow(message);
    expect(() => parseWords(words)).toThrow(GpuscopeError);
  });
});
