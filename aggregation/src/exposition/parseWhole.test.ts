import { cpuMs } from '../testing/cpuMs.js';
import { DEFAULT_EXPOSITION_LIMITS } from './limits.js';
import { parseExposition } from './parse.js';

const brief = (problems: ReturnType<typeof parseExposition>['problems']) =>
  problems.map(({ line, column, code }) => [line, column, code]);

describe('a series that comes twice', () => {
  it('is kept as it came first, whatever the order of its labels', () => {
    const text = 'a{b="1",c="2"} 1\na{c="2",b="1"} 2\n\n a{b="1",c="2"} 3\n';
    const { samples, problems } = parseExposition(text, { format: 'prometheus' });
    expect(samples.map(({ value }) => value)).toEqual([1]);
    expect(brief(problems)).toEqual([
      [2, 1, 'duplicate_series'],
      [4, 2, 'duplicate_series'],
    ]);
    expect(problems[0]?.reason).toContain('line 1');
  });

  it('is the same however its text is escaped or quoted', () => {
    const text = 'a{b="\\d"} 1\na{b="\\\\d"} 2\n{"a","b"="\\\\d"} 3\n';
    expect(brief(parseExposition(text).problems)).toEqual([
      [2, 1, 'duplicate_series'],
      [3, 1, 'duplicate_series'],
    ]);
  });

  it('is the same with and without labels that are empty', () => {
    const { samples, problems } = parseExposition('a 1\na{b=""} 2\na{} 3\na{b="c"} 4\n');
    expect(samples.map(({ value }) => value)).toEqual([1, 4]);
    expect(brief(problems).map(([line]) => line)).toEqual([2, 3]);
  });

  it('is another one under another name', () => {
    expect(parseExposition('a{b="c"} 1\nd{b="c"} 2\na 3\nd 4\n').problems).toEqual([]);
  });

  it('does not hide a good line behind a bad one', () => {
    const { samples } = parseExposition('a{b="c"} x\na{b="c"} 2\n');
    expect(samples.map(({ value }) => value)).toEqual([2]);
  });
});

describe('comment lines that contradict each other', () => {
  it('lose to the first of them', () => {
    const text =
      '# TYPE a_b gauge\n# TYPE a_b counter\n# HELP a_b One.\n# HELP a_b Two.\n# UNIT a_b b\n# UNIT a_b \n# EOF\n';
    const { families, problems } = parseExposition(text, { format: 'openmetrics' });
    expect(families.get('a_b')).toEqual({ name: 'a_b', type: 'gauge', help: 'One.', unit: 'b' });
    expect(brief(problems)).toEqual([
      [2, 1, 'conflicting_metadata'],
      [4, 1, 'conflicting_metadata'],
      [6, 1, 'conflicting_metadata'],
    ]);
    expect(problems[0]?.reason).toMatch(/type of "a_b" is "counter" here and "gauge" before/);
  });
});

describe('a text that is cut short', () => {
  it('loses its last line in 0.0.4, because 12 may have been 1234', () => {
    const { samples, problems } = parseExposition('a 1\nmetric 12');
    expect(samples.map(({ name }) => name)).toEqual(['a']);
    expect(brief(problems)).toEqual([[2, 10, 'syntax']]);
    expect(problems[0]?.reason).toContain('"metric 12"');
  });

  it('loses a cut comment line too', () => {
    const { families, problems } = parseExposition('# TYPE a gaug');
    expect(families.size).toBe(0);
    expect(brief(problems)).toEqual([[1, 14, 'syntax']]);
  });

  it('loses nothing where only blanks are behind the last line feed', () => {
    expect(parseExposition('a 1\n \t').problems).toEqual([]);
  });

  it('has no # EOF in OpenMetrics, and keeps its whole lines', () => {
    const { samples, problems } = parseExposition('a 1\nb 2\n', { format: 'openmetrics' });
    expect(samples).toHaveLength(2);
    expect(brief(problems)).toEqual([[3, 1, 'missing_eof']]);
  });

  it('loses its half line and its # EOF in OpenMetrics', () => {
    const { samples, problems } = parseExposition('a 1\nb 2', { format: 'openmetrics' });
    expect(samples.map(({ name }) => name)).toEqual(['a']);
    expect(brief(problems)).toEqual([
      [2, 4, 'syntax'],
      [2, 4, 'missing_eof'],
    ]);
  });

  it.each(['', '\ufeff'])('is missing # EOF even when it is empty: %j', (text) => {
    const { problems } = parseExposition(text, { format: 'openmetrics' });
    expect(brief(problems).at(-1)).toEqual([1, 1, 'missing_eof']);
  });
});

describe('what follows # EOF', () => {
  it.each(['b 2\n', '\n', '# EOF\n'])('is a problem and not read: %j', (rest) => {
    const { samples, problems } = parseExposition(`a 1\n# EOF\n${rest}`, { format: 'openmetrics' });
    expect(samples).toHaveLength(1);
    expect(brief(problems)).toEqual([[3, 1, 'after_eof']]);
    expect(problems[0]?.reason).toContain(`${String(rest.length)} characters`);
  });
});

describe('limits', () => {
  it('drop a line that is too long, and only it', () => {
    const text = `a 1\n# HELP a ${'x'.repeat(50)}\na{b="${'x'.repeat(50)}"} 2\nc 3\n`;
    const { samples, problems } = parseExposition(text, { limits: { maxLineLength: 40 } });
    expect(samples.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(brief(problems)).toEqual([
      [2, 41, 'line_too_long'],
      [3, 41, 'line_too_long'],
    ]);
    expect(problems[0]?.reason).toMatch(/59 characters.*at most 40/);
  });

  it('allow a line of just the length', () => {
    expect(parseExposition('abc 1\n', { limits: { maxLineLength: 5 } }).problems).toEqual([]);
    expect(parseExposition('abc 1\r\n', { limits: { maxLineLength: 5 } }).samples).toHaveLength(1);
    expect(parseExposition('abc 12\n', { limits: { maxLineLength: 5 } }).samples).toEqual([]);
  });

  it('end the reading after so many samples', () => {
    const { samples, problems } = parseExposition('a 1\nb 2\n\nc 3\nd 4\n', {
      limits: { maxSamples: 2 },
    });
    expect(samples).toHaveLength(2);
    expect(brief(problems)).toEqual([[4, 1, 'too_many_samples']]);
    expect(problems[0]?.reason).toContain('more than 2 samples');
  });

  it('drop a sample with too many labels', () => {
    const text = 'a{b="1",c="2"} 1\na{b="1",c="2",d="3"} 2\n';
    const { samples, problems } = parseExposition(text, { limits: { maxLabels: 2 } });
    expect(samples).toHaveLength(1);
    expect(brief(problems)).toEqual([[2, 15, 'too_many_labels']]);
    expect(problems[0]?.reason).toMatch(/"d".*at most 2/);
  });

  it('drop a sample with a label value that is too long', () => {
    const text = 'a{b="1234"} 1\na{b="12345"} 2\n';
    const { samples, problems } = parseExposition(text, { limits: { maxLabelValueLength: 4 } });
    expect(samples).toHaveLength(1);
    expect(brief(problems)).toEqual([[2, 5, 'bad_label']]);
    expect(problems[0]?.reason).toMatch(/"b" has 5 characters; at most 4/);
  });

  it('list so many problems and count the rest, samples unharmed', () => {
    const text = `${'!\n'.repeat(5)}a 1\n!\n`;
    const { samples, problems } = parseExposition(text, { limits: { maxProblems: 3 } });
    expect(samples).toHaveLength(1);
    expect(brief(problems)).toEqual([
      [1, 1, 'bad_name'],
      [2, 1, 'bad_name'],
      [3, 1, 'bad_name'],
      [4, 1, 'too_many_problems'],
    ]);
    expect(problems.at(-1)?.reason).toMatch(/^3 more problems.*at most 3/);
  });

  it('say that the end is missing however many problems there are', () => {
    const { problems } = parseExposition('!\n'.repeat(9), {
      format: 'openmetrics',
      limits: { maxProblems: 1 },
    });
    expect(problems.map(({ code }) => code)).toEqual([
      'bad_name',
      'missing_eof',
      'too_many_problems',
    ]);
  });

  it('are by default wide enough for any exporter and narrow enough for any heap', () => {
    const { maxLineLength, maxProblems } = DEFAULT_EXPOSITION_LIMITS;
    const long = `a{b="${'x'.repeat(maxLineLength)}"} 1\n`;
    expect(brief(parseExposition(long).problems)).toEqual([
      [1, maxLineLength + 1, 'line_too_long'],
    ]);
    const { problems } = parseExposition('!\n'.repeat(maxProblems + 500));
    expect(problems).toHaveLength(maxProblems + 1);
    expect(problems.at(-1)?.reason).toMatch(/^500 more problems/);
  });
});

describe('time', () => {
  // Each of these texts makes a parser that looks back or ahead without a bound take minutes.
  it.each([
    ['unclosed braces', 'a{\n'.repeat(100_000)],
    ['unclosed quotes', 'a{b="\n'.repeat(100_000)],
    ['backslashes', `a{b="${'\\\\'.repeat(1_000_000)}"} 1\n`],
    ['one line of blanks', ' '.repeat(5_000_000)],
    ['line feeds', '\n'.repeat(2_000_000)],
    [
      'label names that collide',
      Array.from({ length: 20_000 }, (_, i) => `a{x${String(i).padStart(6, '0')}y="v"} 1\n`).join(
        '',
      ),
    ],
  ])('grows no faster than the text: %s', (_, text) => {
    const work = () => parseExposition(text, { limits: { maxLineLength: text.length } });
    expect(cpuMs(work)).toBeLessThan(5_000);
  });
});
