import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  contentTypeOf,
  familiesOf,
  parseExposition,
  serialiseExposition,
  type ExpositionFormat,
  type SeriesFamily,
} from '@gpuscope/aggregation';
import { checkMetrics, type InstantSample } from '../servers/index.js';
import { JUDGED_TEXTS, type Expected } from './expositionTexts.js';
import { scrapeTexts, type ScrapeVerdict } from './scrapeTexts.js';

const FORMATS: readonly ExpositionFormat[] = ['prometheus', 'openmetrics'];

const labels = (entries: Record<string, string>) => new Map(Object.entries(entries));

/** Every kind of value, escape and name that Prometheus 2 can hold. */
const TRICKY: readonly SeriesFamily[] = [
  {
    name: 'synthetic_values',
    type: 'gauge',
    help: 'Every \\kind\\ of "value",\nand of HELP.',
    samples: [
      0,
      -0,
      1,
      -1.5,
      0.1,
      1 / 3,
      1e21,
      1e-7,
      2 ** 53,
      5e-324,
      Number.MAX_VALUE,
      Infinity,
      -Infinity,
      NaN,
    ].map((value, at) => ({ labels: labels({ at: String(at) }), value })),
  },
  {
    name: 'synthetic_texts',
    type: 'gauge',
    help: '',
    samples: [
      '',
      '"',
      '\\',
      '\n',
      '\\n',
      '\\"',
      'a\tb\rc',
      '{},=#',
      '显卡 😀',
      'x'.repeat(500),
    ].map((text, at) => ({ labels: labels({ text, at: String(at) }), value: at })),
  },
  {
    name: 'synthetic_energy_joules_total',
    type: 'counter',
    help: 'Energy.',
    unit: 'joules',
    samples: [{ labels: labels({ gpu: '0' }), value: 129931554.972 }],
  },
  {
    name: 'synthetic_wait_seconds',
    type: 'histogram',
    help: 'Wait.',
    unit: 'seconds',
    samples: [
      { labels: labels({ le: '0.5' }), value: 1, name: 'synthetic_wait_seconds_bucket' },
      { labels: labels({ le: '+Inf' }), value: 2, name: 'synthetic_wait_seconds_bucket' },
      { labels: labels({}), value: 3.5, name: 'synthetic_wait_seconds_sum' },
      { labels: labels({}), value: 2, name: 'synthetic_wait_seconds_count' },
    ],
  },
];

const fixture = (name: string): readonly SeriesFamily[] =>
  familiesOf(
    parseExposition(readFileSync(join(__dirname, '../fixtures/exposition', name), 'utf8')),
  );

/** Samples of a minute ago, to the millisecond: Prometheus must keep the time it is told. */
const timed = (now: number): readonly SeriesFamily[] => [
  {
    name: 'synthetic_timed',
    type: 'gauge',
    help: 'Timed.',
    samples: [0, 1, 7, 123, 999].map((offset) => ({
      labels: labels({ offset: String(offset) }),
      value: offset,
      timestampMs: Math.floor(now / 1000) * 1000 - 60_000 + offset,
    })),
  },
];

interface Comparable {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

const key = (name: string, pairs: Iterable<readonly [string, string]>, value: number): string =>
  JSON.stringify([
    name,
    [...pairs].filter(([, text]) => text !== '').sort(),
    Object.is(value, -0) ? '-0' : String(value),
  ]);

const ours = (samples: readonly Comparable[]): string[] =>
  samples.map((sample) => key(sample.name, sample.labels, sample.value)).sort();

const theirs = (series: readonly InstantSample[]): string[] =>
  series
    .map(({ labels: { __name__: name = '', ...rest }, value }) =>
      key(name, Object.entries(rest), value),
    )
    .sort();

const flatten = (families: readonly SeriesFamily[]): Comparable[] =>
  families.flatMap(({ name, samples }) => samples.map((sample) => ({ name, ...sample })));

describe('what we write', () => {
  const now = Date.now();
  const sets: readonly [string, readonly SeriesFamily[]][] = [
    ['every kind of value', TRICKY],
    ['lines of dcgm-exporter', fixture('dcgm-exporter-issues.prom')],
    ['a text like dcgm-exporter’s', fixture('synthetic-dcgm-two-gpus.prom')],
    ['time stamps', timed(now)],
  ];
  const written = sets.flatMap(([what, families]) =>
    FORMATS.map((format) => ({
      what,
      families,
      format,
      text: serialiseExposition(families, format),
    })),
  );
  let verdicts: readonly ScrapeVerdict[] = [];

  beforeAll(async () => {
    const texts = written.map(({ text, format }) => ({ text, contentType: contentTypeOf(format) }));
    ({ verdicts } = await scrapeTexts(texts));
  }, 240_000);

  it.each(written.map(({ what, format }, at) => ({ what, format, at })))(
    'reaches Prometheus unchanged: $what in $format',
    ({ at }) => {
      expect(verdicts[at]).toMatchObject({ accepted: true, error: '' });
      expect(theirs(verdicts[at]?.series ?? [])).toEqual(
        ours(flatten(written[at]?.families ?? [])),
      );
    },
  );

  it('gives promtool nothing to complain of where the names are ours', async () => {
    const ownNames = TRICKY.filter(({ name }) => /joules|seconds/.test(name));
    const { code, stdout, stderr } = await checkMetrics(
      serialiseExposition(ownNames, 'prometheus'),
    );
    expect([code, stdout, stderr]).toEqual([0, '', '']);
  });
});

describe('our verdict and that of Prometheus', () => {
  let verdicts: readonly ScrapeVerdict[] = [];
  let version = '';

  beforeAll(async () => {
    ({ verdicts, version } = await scrapeTexts(
      JUDGED_TEXTS.map(({ text, format }) => ({ text, contentType: contentTypeOf(format) })),
    ));
  }, 240_000);

  const theyAccept = (expected: Expected): boolean => {
    const major = Number.parseInt(version, 10);
    return expected === 'newer' ? major >= 3 : expected !== 'neither';
  };

  it.each(
    JUDGED_TEXTS.map((judged, at) => ({ ...judged, at, shown: JSON.stringify(judged.text) })),
  )('$expected: $format $shown', ({ expected, format, text, at }) => {
    const verdict = verdicts[at];
    expect({ accepted: verdict?.accepted, said: verdict?.error }).toMatchObject({
      accepted: theyAccept(expected),
    });
    const { samples, problems } = parseExposition(text, { format });
    expect(problems.length === 0).toBe(expected === 'both' || expected === 'newer');
    if (expected === 'both') expect(theirs(verdict?.series ?? [])).toEqual(ours(samples));
  });
});
