import fc from 'fast-check';
import type { ExpositionFormat } from './exposition.js';
import { parseExposition } from './parse.js';

const FORMATS: readonly ExpositionFormat[] = ['prometheus', 'openmetrics'];
const format = fc.constantFrom(...FORMATS);

/** Good lines of both formats, each of a series of its own. */
const goodLine = (place: number) =>
  fc.constantFrom(
    `m${String(place)} 1.5`,
    `m${String(place)}{gpu="0",pod="a b"} NaN`,
    `m{line="${String(place)}",text="\\"\\\\\\n"} +Inf 12`,
    `{"m.${String(place)}","pod.name"="{}"} -0`,
    `# TYPE m${String(place)} gauge`,
    `# HELP m${String(place)} Some \\n text.`,
  );

const goodLines = fc
  .integer({ min: 1, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => goodLine(place))));

/** Characters that mean something to a parser, and some that mean nothing to anyone. */
const piece = fc.constantFrom(
  ...'{}"\\=,# \t\r\n0.eE+-_:aNI',
  '\0',
  '\ufeff',
  '\ufffd',
  '\ud800',
  '😀',
  '# EOF',
  '# TYPE ',
  '# HELP ',
  '{"',
  '"}',
);

interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat({ max: 400 }),
  cut: fc.nat({ max: 4 }),
  put: fc.oneof(piece, fc.constant('')),
});

const mutate = (text: string, { at, cut, put }: Edit): string => {
  const place = at % (text.length + 1);
  return text.slice(0, place) + put + text.slice(place + cut);
};

/** What holds for the answer to any text whatever. */
function expectSound(text: string, as: ExpositionFormat): void {
  const { samples, problems } = parseExposition(text, { format: as });
  const lines = text.replace(/^\ufeff/, '').split('\n');
  for (const { line, column, reason } of problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
    // A reason is one printable line.
    expect(reason).toMatch(/^[^\p{Cc}\p{Cs}]+$/u);
  }
  let last = 0;
  for (const { name, line, value } of samples) {
    expect(name).not.toBe('');
    expect(line).toBeGreaterThan(last);
    expect(typeof value).toBe('number');
    last = line;
  }
}

describe('parseExposition', () => {
  it('answers any string soundly', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    );
    fc.assert(fc.property(text, format, expectSound), { numRuns: 1_000 });
  });

  it('answers any bytes soundly', () => {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => decoder.decode(array));
    fc.assert(fc.property(bytes, format, expectSound), { numRuns: 500 });
  });

  it('answers good texts that were damaged soundly', () => {
    const damaged = fc
      .tuple(goodLines, fc.array(edit, { maxLength: 5 }))
      .map(([lines, edits]) => edits.reduce(mutate, `${lines.join('\n')}\n# EOF\n`));
    fc.assert(fc.property(damaged, format, expectSound), { numRuns: 1_000 });
  });

  it('has no problem with good lines', () => {
    fc.assert(
      fc.property(goodLines, format, (lines, as) => {
        const { problems } = parseExposition(`${lines.join('\n')}\n# EOF\n`, { format: as });
        expect(problems).toEqual([]);
      }),
    );
  });

  it('loses to a damaged line that line and no other', () => {
    // Another metric's name, so that what remains of the line is no second sample of a series.
    const bad = fc
      .tuple(goodLine(99), fc.array(edit, { minLength: 1, maxLength: 4 }))
      .map(([line, edits]) => edits.reduce(mutate, line).replace(/[\n\r]/g, ''))
      .filter((line) => !line.endsWith('# EOF') && !/m\d/.test(line.replaceAll('m99', '')));
    fc.assert(
      fc.property(goodLines, bad, fc.nat(), format, (lines, line, place, as) => {
        const at = place % (lines.length + 1);
        const read = (all: readonly string[]) =>
          parseExposition(`${all.join('\n')}\n# EOF\n`, { format: as });
        const without = read(lines);
        const withBad = read([...lines.slice(0, at), line, ...lines.slice(at)]);
        const others = withBad.samples
          .filter((sample) => sample.line !== at + 1)
          .map((sample) => ({ ...sample, line: sample.line > at ? sample.line - 1 : sample.line }));
        expect(others).toEqual(without.samples);
        expect(withBad.problems.every((problem) => problem.line === at + 1)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
