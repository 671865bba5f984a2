import { searchWords } from './searchWords.js';

/** As Grafana's highlighter: a flag in front, no brackets at the end, every match. */
function highlighted(words: string, line: string): readonly string[] {
  return searchWords(words).flatMap((word) => {
    expect(word).toMatch(/^\(\?i\)/u);
    const source = word.slice('(?i)'.length);
    expect(source).not.toMatch(/[[({]/u);
    return line.match(new RegExp(`(?:${source})`, 'gi')) ?? [];
  });
}

describe('searchWords', () => {
  it.each([
    ['outofmemory', 'java.lang.OutOfMemoryError', ['OutOfMemory']],
    ['a.c', 'abc a.c', ['a.c']],
    ['f(x)', 'f(x) [f(x', ['f(x)']],
    ['[gpu', 'the [GPU] of', ['[GPU']],
    ['"a b" -c', 'a b c', ['a b']],
    ['显存不足', '错误：显存不足', ['显存不足']],
    ['$1+', 'cost $1+', ['$1+']],
    ['x -', 'x - y', ['x', '-']],
  ])("Grafana's highlighter finds %j in %j", (words, line, found) => {
    expect(highlighted(words, line)).toEqual(found);
  });
});
