import { parseExposition } from './parse.js';
import type { ExpositionFormat, ExpositionProblem, ProblemCode } from './exposition.js';

type Case = [code: ProblemCode, column: number, line: string, ...words: string[]];

/** One bad line between two good ones: what is said of it, and what is left of them. */
function problemOf(line: string, format: ExpositionFormat): ExpositionProblem | undefined {
  const eof = format === 'openmetrics' ? '# EOF\n' : '';
  const text = `before{a="b"} 1\n${line}\nafter{a="b"} 2\n${eof}`;
  const { samples, problems } = parseExposition(text, { format });
  expect(samples.map(({ name, line: at }) => [name, at])).toEqual([
    ['before', 1],
    ['after', 3],
  ]);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.line).toBe(2);
  return problems[0];
}

const check =
  (format: ExpositionFormat) =>
  (code: ProblemCode, column: number, line: string, ...words: string[]): void => {
    const problem = problemOf(line, format);
    expect([problem?.code, problem?.column]).toEqual([code, column]);
    for (const word of words) expect(problem?.reason).toContain(word);
  };

const BOTH: Case[] = [
  ['bad_name', 1, '1up 1', '"1up"', 'letters, digits, _ and :'],
  ['bad_name', 4, 'gpu-used 1', '"-"', '"gpu"', 'letters, digits, _ and :'],
  ['bad_name', 1, 'ü 1', '"ü"'],
  ['bad_name', 1, '{a="b"} 1', 'no metric name in quotes'],
  ['bad_name', 1, '{} 1', 'no metric name in quotes'],
  ['bad_name', 1, 'a{"b"} 1', '"a"', '"b"', 'once'],
  ['bad_name', 6, '{"a","b"} 1', '"a"', '"b"', 'once'],
  ['bad_name', 2, '{""} 1', 'empty'],
  ['bad_name', 8, '# TYPE 1a gauge', '"1a"'],
  ['bad_name', 9, '# TYPE a-b gauge', '"-"', '"a"'],
  ['bad_name', 8, '# HELP "" text', 'empty'],
  ['bad_label', 3, 'a{1b="c"} 1', '"1b=', 'letters, digits and _'],
  ['bad_label', 3, 'a{,} 1', '",}"'],
  ['bad_label', 9, 'a{b="c",,} 1', '",}"'],
  ['bad_label', 3, 'a{__name__="b"} 1', '"__name__"', 'name of the metric'],
  ['bad_label', 3, 'a{""="b"} 1', 'empty'],
  ['duplicate_label', 9, 'a{b="c",b="d"} 1', '"b"', 'twice'],
  ['duplicate_label', 9, 'a{b="c","b"="d"} 1', '"b"', 'twice'],
  ['syntax', 2, 'a', '"a"', 'no value'],
  ['syntax', 9, 'a{b="c"}', '"a"', 'no value'],
  ['syntax', 2, 'a{b="c"', 'no }'],
  ['syntax', 2, 'a{b="c",', 'no }'],
  ['syntax', 2, 'a{', 'no }'],
  ['syntax', 5, 'a{b="c', '"b"', 'no closing quote', '"c"'],
  ['syntax', 5, 'a{b="c\\"} 1', 'no closing quote'],
  ['syntax', 2, '{"a', 'the name', 'no closing quote'],
  ['syntax', 4, 'a{b} 1', '"b"', 'not followed by ='],
  ['syntax', 5, 'a{b=c} 1', '"b"', 'double quote'],
  ['syntax', 8, 'a{b="c"d="e"} 1', '"d=', 'a comma and }'],
  ['bad_value', 3, 'a 12,5', '"12,5"', '"a"', '+Inf'],
  ['bad_value', 10, 'a{b="c"} 1_000', '"1_000"'],
  ['bad_value', 3, 'a 0x1p4', '"0x1p4"'],
  ['bad_value', 3, 'a 1e999', '"1e999"', '1.8e308'],
  ['bad_value', 3, `a ${'9'.repeat(50)}x`, `"${'9'.repeat(40)}…"`],
  ['bad_value', 3, 'a "b"', 'braces'],
  ['bad_timestamp', 5, 'a 1 soon', '"soon"', '"a"'],
  ['bad_timestamp', 5, 'a 1 99999999999999999999', '2^53'],
  ['bad_timestamp', 5, 'a 1 NaN', '"NaN"'],
  ['bad_metadata', 10, '# TYPE a colour', '"colour"', '"a"', 'counter, gauge'],
  ['bad_metadata', 10, '# TYPE a gauge ', '"gauge "'],
  ['bad_metadata', 10, '# TYPE a  gauge', '" gauge"'],
  ['bad_metadata', 9, '# TYPE a', '""', '"a"'],
  ['bad_metadata', 8, '# HELP ', 'no metric'],
  ['binary', 1, '\0\0\u0001', '\\x00'],
  ['binary', 4, 'abc\0 1', '\\x00', 'UTF-8'],
  ['binary', 7, 'a{b="c\ufffd"} 1', '\\ufffd', 'UTF-8'],
  ['binary', 6, 'a{b="\ud83d"} 1', '\\ud83d'],
  ['binary', 6, 'a{b="\ude00"} 1', '\\ude00'],
  ['binary', 3, '{"\ufffd"} 1', '\\ufffd'],
  ['binary', 11, '# HELP a x\0y', '\\x00'],
];

describe.each<ExpositionFormat>(['prometheus', 'openmetrics'])('a bad line of %s', (format) => {
  it.each(BOTH)('is a problem and loses only itself: %s at %i: %j', check(format));
});

describe('a line bad in 0.0.4 alone', () => {
  it.each<Case>([
    ['syntax', 7, 'a 1 2 3', '"3"', '"a"', 'nothing more'],
    ['syntax', 7, 'a 1 2 # {} 1', 'nothing more'],
    ['bad_timestamp', 5, 'a 1 # {} 1', '"#"', 'digits'],
    ['bad_timestamp', 5, 'a 1 -5', '"-5"', 'digits'],
    ['bad_timestamp', 5, 'a 1 1.5', '"1.5"', 'digits'],
    ['bad_metadata', 10, '# TYPE a info', '"info"', 'untyped'],
    ['bad_metadata', 10, '# TYPE a unknown', '"unknown"', 'untyped'],
  ])('%s at %i: %j', check('prometheus'));
});

describe('a line bad in OpenMetrics alone', () => {
  it.each<Case>([
    ['syntax', 1, '', 'empty'],
    ['syntax', 1, '# a comment', '"# a comment"', '# HELP'],
    ['syntax', 1, '#HELP a b', '# HELP'],
    ['syntax', 1, '# EOF ', '# EOF'],
    ['bad_name', 1, ' a 1', '""'],
    ['syntax', 3, 'a  1', 'not two'],
    ['bad_name', 2, 'a\t1', '\\x09'],
    ['syntax', 9, 'a{b="c"}1', 'one blank'],
    ['syntax', 4, 'a 1 ', 'a blank ends the line'],
    ['bad_label', 3, 'a{ b="c"} 1', '""'],
    ['syntax', 4, 'a{b ="c"} 1', 'not followed by ='],
    ['syntax', 8, 'a{b="c" } 1', 'a comma and }'],
    ['syntax', 8, 'a{b="c",} 1', 'a comma stands before }'],
    ['syntax', 5, '{"a",} 1', 'a comma stands before }'],
    ['syntax', 7, 'a 1 2 3', 'nothing more'],
    ['syntax', 6, 'a 1 #{} 1', 'exemplar'],
    ['syntax', 7, 'a 1 # 5', 'exemplar'],
    ['syntax', 9, 'a 1 # {}', 'exemplar'],
    ['bad_value', 10, 'a 1 # {} x', '"x"', 'exemplar'],
    ['bad_timestamp', 12, 'a 1 # {} 1 x', '"x"', 'exemplar'],
    ['syntax', 14, 'a 1 # {} 1 2 3', '"3"', 'exemplar'],
    ['bad_label', 8, 'a 1 # {"b"} 1', '"b"', 'no value'],
    ['bad_metadata', 10, '# TYPE a untyped', '"untyped"', 'unknown'],
    ['bad_metadata', 9, '# HELP a', '"a"', 'one blank'],
  ])('%s at %i: %j', check('openmetrics'));

  it('is a unit that the name does not end in', () => {
    check('openmetrics')('bad_metadata', 18, '# UNIT a_seconds bytes', '"bytes"', '"a_seconds"');
    check('openmetrics')('bad_metadata', 16, '# UNIT seconds seconds', '"seconds"');
  });
});
