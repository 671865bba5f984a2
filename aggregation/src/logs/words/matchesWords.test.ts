import fc from 'fast-check';
import { lineMatcher, matchesWords } from './matchesWords.js';
import { partOf, quoted, text } from './testing/texts.js';

describe('matchesWords', () => {
  it.each([
    ['OutOfMemoryError', 'java.lang.OutOfMemoryError: GPU', true],
    ['outofmemory', 'java.lang.OutOfMemoryError: GPU', true],
    ['CUDA_ERROR', 'cuda_error_out_of_memory', true],
    ['user_id=42', 'login user_id=421', true],
    ['user_id=42', 'login user_id: 42', false],
    ['显存不足', '错误：显存不足，请重试', true],
    ['a.c', 'abc', false],
    ['"b a"', 'b a', true],
    ['"b a"', 'b  a', false],
    ['error -timeout', 'an error', true],
    ['error -timeout', 'an ERROR: TimeOut', false],
    ['error timeout', 'an error', false],
    ['', 'anything', true],
    ['=>', 'a => b', true],
  ])('%j in %j: %s', (words, line, found) => {
    expect(matchesWords(words, line)).toBe(found);
  });

  it('finds every part of a line, and excludes it', () => {
    const lines = text.chain((line) => fc.tuple(fc.constant(line), partOf(line)));
    fc.assert(
      fc.property(lines, ([line, part]) => {
        const stands = part.trim() !== '' && line.includes(part);
        if (stands) expect(matchesWords(quoted(part), line)).toBe(true);
        if (stands) expect(matchesWords(`-${quoted(part)}`, line)).toBe(false);
      }),
    );
  });

  it('refuses what cannot be read before any line comes', () => {
    expect(() => lineMatcher('"a')).toThrow(/not closed/);
  });
});
