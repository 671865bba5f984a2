import { GpuscopeError } from '../../errors.js';
import type { Bound, Node, Value } from './node.js';
import { LUCENE_MAX_CHARS, LUCENE_MAX_DEPTH, LUCENE_MAX_TERMS, parseLucene } from './parse.js';

const bound = (limit: Bound | undefined, signs: string) =>
  limit === undefined ? '*' : `${signs[limit.isInclusive ? 0 : 1] ?? ''}${limit.value}`;

function value(said: Value): string {
  if (said.kind === 'phrase') return JSON.stringify(said.text);
  if (said.kind === 'range') return `${bound(said.from, '≥>')}…${bound(said.to, '≤<')}`;
  return said.segments.map(({ text, isWildcard }) => (isWildcard ? `<${text}>` : text)).join('');
}

/** A query as it was understood. */
function told(node: Node | undefined): string {
  if (node === undefined) return '';
  if (node.kind === 'not') return `NOT ${told(node.part)}`;
  if (node.kind === 'test') {
    return node.field === undefined ? value(node.value) : `${node.field}=${value(node.value)}`;
  }
  return `(${node.parts.map(told).join(` ${node.kind.toUpperCase()} `)})`;
}

describe('parseLucene', () => {
  it.each([
    ['', ''],
    [' \n ', ''],
    ['error', 'error'],
    ['a b', '(a AND b)'],
    ['a AND b', '(a AND b)'],
    ['a OR b AND c', '(a OR (b AND c))'],
    ['a OR b c', '(a OR (b AND c))'],
    ['(a OR b) AND c', '((a OR b) AND c)'],
    ['a && b || !c', '((a AND b) OR NOT c)'],
    ['NOT a b', '(NOT a AND b)'],
    ['NOT (a b)', 'NOT (a AND b)'],
    ['-a +b', '(NOT a AND b)'],
    ['NOT NOT a', 'NOT NOT a'],
    ['((a))', 'a'],
    ['pod:a', 'pod=a'],
    ['pod:(a OR "b c")', '(pod=a OR pod="b c")'],
    ['pod:(a -b)', '(pod=a AND NOT pod=b)'],
    ['"x AND y"', '"x AND y"'],
    [String.raw`"say \"no\" \\ \n"`, String.raw`"say \"no\" \\ n"`],
    [String.raw`a\:b\ c\*d`, 'a:b c*d'],
    [String.raw`\u663e存`, '显存'],
    ['显存不足', '显存不足'],
    ['api-*', 'api-<*>'],
    ['?b*', '<?>b<*>'],
    ['10.0.0.1', '10.0.0.1'],
    ['user_id=42', 'user_id=42'],
    ["don't", "don't"],
    ['a&b a|b a!', '(a&b AND a|b AND a!)'],
    ['label.app.kubernetes.io/name:x', 'label.app.kubernetes.io/name=x'],
    ['"field name":x', 'field name=x'],
    ['status:>500', 'status=>500…*'],
    ['status:>=500', 'status=≥500…*'],
    ['status:<-5', 'status=*…<-5'],
    ['status:<=5', 'status=*…≤5'],
    ['status:-5', 'status=-5'],
    ['status:[1 TO 5]', 'status=≥1…≤5'],
    ['status:{1 TO 5]', 'status=>1…≤5'],
    ['status:[-1 TO *}', 'status=≥-1…*'],
    ['t:[2026-05-01T10:00:00Z TO now-1h]', 't=≥2026-05-01T10:00:00Z…≤now-1h'],
    ['t:["2026-05-01 10:00" TO *]', 't=≥2026-05-01 10:00…*'],
    ['t:>=2026-05-01T10:00:00+08:00 b', '(t=≥2026-05-01T10:00:00+08:00…* AND b)'],
    ['pod:*', 'pod=<*>'],
    ['*:*', '*=<*>'],
    ['_exists_:pod', '_exists_=pod'],
    ['and or not', '(and AND or AND not)'],
  ])('%s → %s', (query, meaning) => {
    expect(told(parseLucene(query))).toBe(meaning);
  });

  it.each([
    ['a AND', 6, 'ends where'],
    ['AND a', 1, 'AND where'],
    ['a OR OR b', 6, 'OR where'],
    ['NOT', 4, 'ends where'],
    ['(a', 3, '")" is missing at the end'],
    ['a)', 2, 'never opened'],
    ['()', 2, '")" where'],
    ['"a', 1, 'not closed'],
    ['pod:"a', 5, 'not closed'],
    ['pod:', 5, 'ends where'],
    ['a:b:c', 4, '":" where'],
    [':a', 1, '":" where'],
    ['pod:(a level:b)', 8, 'inside the parentheses of "pod"'],
    ['/v1/chat', 1, 'regular expressions'],
    ['pod:/a.*/', 5, 'regular expressions'],
    ['roam~2', 5, 'fuzzy'],
    ['"a b"~3', 6, 'fuzzy'],
    ['a^2', 2, 'boost'],
    ['a\\', 2, 'must stand before'],
    ['s:[1 TO 5', 10, '"]" is missing at the end'],
    ['s:[1 5]', 6, 'TO is missing'],
    ['s:[TO 5]', 4, 'a range needs'],
    ['s:[1 TO]', 8, 'a range needs'],
    ['s:>', 4, 'a range needs'],
    ['s:>*', 3, 'a value is missing after >'],
    ['s:-x', 4, 'a number is missing'],
    ['<html>', 1, '"<" where'],
    ['a & & b ^', 9, 'boost'],
  ])('refuses %s at character %i: …%s…', (query, place, reason) => {
    const parse = () => parseLucene(query);
    expect(parse).toThrow(GpuscopeError);
    expect(parse).toThrow(`Lucene query, character ${place}: `);
    expect(parse).toThrow(reason);
  });

  it('refuses what is too large before it costs anything', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`;
    expect(told(parseLucene(nested(LUCENE_MAX_DEPTH)))).toBe('a');
    expect(() => parseLucene(nested(LUCENE_MAX_DEPTH + 1))).toThrow(/more than 20 parentheses/);
    expect(() => parseLucene('NOT '.repeat(1000))).toThrow(/more than 20 parentheses and NOTs/);
    const terms = (count: number) => Array.from({ length: count }, () => 'a').join(' ');
    expect(parseLucene(terms(LUCENE_MAX_TERMS))).toBeDefined();
    expect(() => parseLucene(terms(LUCENE_MAX_TERMS + 1))).toThrow(/more than 200 terms/);
    expect(() => parseLucene('a'.repeat(LUCENE_MAX_CHARS + 1))).toThrow(/4001 characters/);
  });
});
