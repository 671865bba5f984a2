import { parseExposition } from './parse.js';

const samplesOf = (text: string) =>
  parseExposition(text, { format: 'prometheus' }).samples.map(({ name, labels, value }) => ({
    name,
    labels: Object.fromEntries(labels),
    value,
  }));

describe('samples of the text format 0.0.4', () => {
  it.each<
    [what: string, line: string, name: string, labels: Record<string, string>, value: number]
  >([
    ['no labels', 'up 1', 'up', {}, 1],
    ['empty braces', 'up{} 1', 'up', {}, 1],
    ['a colon in the name', 'job:up:sum 1', 'job:up:sum', {}, 1],
    ['labels', 'a{b="c",d="e"} 1', 'a', { b: 'c', d: 'e' }, 1],
    ['a comma behind the last label', 'a{b="c",} 1', 'a', { b: 'c' }, 1],
    [
      'blanks and tabs everywhere',
      ' \ta \t{ b\t= "c" ,\td="e" , } \t 1 \t',
      'a',
      { b: 'c', d: 'e' },
      1,
    ],
    ['no blank before the value', 'a{b="c"}1', 'a', { b: 'c' }, 1],
    ['an empty label value', 'a{pod=""} 1', 'a', { pod: '' }, 1],
    ['braces, commas, = and # in a value', 'a{b="{,}=#"} 1', 'a', { b: '{,}=#' }, 1],
    ['escapes', String.raw`a{b="\"\\\n"} 1`, 'a', { b: '"\\\n' }, 1],
    ['a backslash before n', String.raw`a{b="C:\\new"} 1`, 'a', { b: 'C:\\new' }, 1],
    ['unknown escapes as they stand', String.raw`a{b="\d\t"} 1`, 'a', { b: '\\d\\t' }, 1],
    ['an escaped backslash at the end', String.raw`a{b="c\\"} 1`, 'a', { b: 'c\\' }, 1],
    ['text beyond ASCII', 'a{b="显卡 ü😀"} 1', 'a', { b: '显卡 ü😀' }, 1],
    ['a tab and an escape character in a value', 'a{b="\t\u001b"} 1', 'a', { b: '\t\u001b' }, 1],
    ['a metric name in quotes', '{"gpu.used"} 1', 'gpu.used', {}, 1],
    ['names in quotes', '{"gpu.used","pod.name"="p"} 1', 'gpu.used', { 'pod.name': 'p' }, 1],
    ['a metric name behind a label', '{b="c","gpu.used"} 1', 'gpu.used', { b: 'c' }, 1],
    ['escapes in names', String.raw`{"a\"b","c\\d"="e"} 1`, 'a"b', { 'c\\d': 'e' }, 1],
    ['a label called __proto__', 'a{__proto__="x"} 1', 'a', { ['__proto__']: 'x' }, 1],
    ['a negative exponent', 'a -1.5e-3', 'a', {}, -0.0015],
    ['infinity', 'a{le="+Inf"} +Inf', 'a', { le: '+Inf' }, Infinity],
    ['not a number', 'a NaN', 'a', {}, NaN],
  ])('reads %s', (_, line, name, labels, value) => {
    const exposition = parseExposition(`${line}\n`, { format: 'prometheus' });
    expect(exposition.problems).toEqual([]);
    expect(exposition.samples).toEqual([
      { name, labels: new Map(Object.entries(labels)), value, line: 1 },
    ]);
    expect([...(exposition.samples[0]?.labels.keys() ?? [])]).toHaveLength(
      Object.keys(labels).length,
    );
  });

  it('reads time stamps as milliseconds', () => {
    const { samples } = parseExposition('a 1 1700000000123\nb 1\n', { format: 'prometheus' });
    expect(samples.map(({ timestampMs }) => timestampMs)).toEqual([1_700_000_000_123, undefined]);
  });

  it('passes over comments and empty lines and counts them', () => {
    const text = '#\n# anything\n#HELP a b\n# HELPER a\n# EOF\n\n \t\n# UNIT a b\na 1\n';
    const { samples, problems, families } = parseExposition(text, { format: 'prometheus' });
    expect(problems).toEqual([]);
    expect(families.size).toBe(0);
    expect(samples.map(({ line }) => line)).toEqual([9]);
  });

  it('does not mistake a half block for one it has seen', () => {
    expect(samplesOf('a{b="c"} 1\na{b="c",d="}"} 2\na{b="c",d="}"} 3 4\nz{b="c"} 5\n')).toEqual([
      { name: 'a', labels: { b: 'c' }, value: 1 },
      { name: 'a', labels: { b: 'c', d: '}' }, value: 2 },
      { name: 'z', labels: { b: 'c' }, value: 5 },
    ]);
  });

  it('tells label names apart that start alike from line to line', () => {
    expect(
      samplesOf('a{pod="x"} 1\na{pod_uid="x"} 2\na{po="x"} 3\n').map(({ labels }) => labels),
    ).toEqual([{ pod: 'x' }, { pod_uid: 'x' }, { po: 'x' }]);
  });

  it('gives samples with the same label text one Map', () => {
    const { samples } = parseExposition('a{b="c"} 1\nd{b="c"} 2\n');
    expect(samples[0]?.labels).toBe(samples[1]?.labels);
  });

  it('reads an empty text', () => {
    expect(parseExposition('')).toEqual({
      format: 'prometheus',
      families: new Map(),
      samples: [],
      problems: [],
    });
  });
});

describe('carriage returns and byte order marks', () => {
  it('are reported once and read all the same', () => {
    const { samples, problems } = parseExposition('\ufeff# HELP a text\r\na 1\r\nb{c="d"} 2\r\n');
    expect(samples.map(({ name, value }) => [name, value])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [1, 1, 'binary'],
      [1, 14, 'syntax'],
    ]);
  });

  it('keeps a carriage return that is not at the end of a line', () => {
    expect(samplesOf('a{b="c\rd"} 1\n')[0]?.labels).toEqual({ b: 'c\rd' });
  });
});

describe('without a format', () => {
  it('takes a text that ends in # EOF for OpenMetrics', () => {
    const { format, samples } = parseExposition('a 1 2.5\n# EOF\n');
    expect(format).toBe('openmetrics');
    expect(samples[0]?.timestampMs).toBe(2500);
  });

  it('takes any other text for 0.0.4', () => {
    const { format, samples } = parseExposition('a 1 2500\n');
    expect(format).toBe('prometheus');
    expect(samples[0]?.timestampMs).toBe(2500);
  });
});
