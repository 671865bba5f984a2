import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ExpositionFormat, MetricType, Sample } from './exposition.js';
import { familiesOf } from './families.js';
import { parseExposition } from './parse.js';
import { serialiseExposition } from './serialise.js';
import type { SeriesFamily } from './series.js';

const FORMATS: readonly ExpositionFormat[] = ['prometheus', 'openmetrics'];

const fixture = (name: string): string =>
  readFileSync(join(__dirname, '../../../test/fixtures/exposition', name), 'utf8');

/** Samples without their lines, families side by side in a fixed order. */
const plain = (samples: readonly Sample[]) =>
  samples
    .map(({ labels, ...rest }) => ({ ...rest, line: 0, labels: [...labels] }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .filter((value) => !/[\0\ufffd]/.test(value));
const plainName = fc.stringMatching(/^[a-zA-Z_:][a-zA-Z0-9_:]{0,10}$/);
const name = fc.oneof(
  plainName,
  text.filter((value) => value !== ''),
);
const labelName = fc
  .oneof(fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,10}$/), text)
  .filter((value) => value !== '' && value !== '__name__');
const labels = fc
  .uniqueArray(
    fc.tuple(labelName, fc.oneof(text, fc.constantFrom('"', '\\', '\n', '\\n', '\\"', '\r'))),
    {
      selector: ([key]) => key,
      maxLength: 4,
    },
  )
  .map((pairs) => new Map(pairs));
const value = fc.oneof(
  fc.double(),
  fc.constantFrom(
    NaN,
    -0,
    0,
    Infinity,
    -Infinity,
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    2 ** 53,
    1e21,
    1e-7,
  ),
);
const timestamp = fc.option(fc.integer({ min: 0, max: 8.64e15 }), { nil: undefined });
const type = fc.constantFrom<MetricType>(
  'counter',
  'gauge',
  'stateset',
  'unknown',
  'info',
  'summary',
);

/** A filled label set as one string, to have each series once. */
const seriesKey = (set: ReadonlyMap<string, string>): string =>
  JSON.stringify([...set].filter(([, filled]) => filled !== '').sort());

const family: fc.Arbitrary<SeriesFamily> = fc.record({
  name,
  type,
  help: text,
  samples: fc
    .uniqueArray(fc.tuple(labels, value, timestamp), {
      selector: ([set]) => seriesKey(set),
      minLength: 1,
      maxLength: 4,
    })
    .map((list) =>
      list.map(([set, number, timestampMs]) => ({
        labels: set,
        value: number,
        ...(timestampMs === undefined ? {} : { timestampMs }),
      })),
    ),
});

/** OpenMetrics calls a counter `x_total` by its stem, so no other family may be called `x`. */
const stem = (full: string): string => full.replace(/_(total|info)$/, '');
const families = fc.uniqueArray(family, { selector: (one) => stem(one.name), maxLength: 4 });

describe.each(FORMATS)('in %s', (format) => {
  it('what was written reads back as it was', () => {
    fc.assert(
      fc.property(families, (given) => {
        const read = parseExposition(serialiseExposition(given, format), { format });
        expect(read.problems).toEqual([]);
        const wanted = given.flatMap((one) =>
          one.samples.map((sample) => ({ ...sample, name: one.name, line: 0 })),
        );
        expect(plain(read.samples)).toEqual(plain(wanted));
      }),
      { numRuns: 300 },
    );
  });

  it('help texts and types read back as they were', () => {
    const sayable = fc.constantFrom<MetricType>('counter', 'gauge', 'summary', 'unknown');
    fc.assert(
      fc.property(plainName, text, sayable, (stemName, help, kind) => {
        const called = kind === 'counter' ? `${stemName}_total` : stemName;
        const written = serialiseExposition(
          [{ name: called, type: kind, help, samples: [{ labels: new Map(), value: 1 }] }],
          format,
        );
        const [read] = familiesOf(parseExposition(written, { format }));
        expect(read).toMatchObject({ name: called, type: kind, help: help.replace(/\r$/, '') });
      }),
    );
  });

  it.each(FORMATS)('what was read from %s, written and read again is the same', (from) => {
    fc.assert(
      fc.property(families, (given) => {
        const first = parseExposition(serialiseExposition(given, from), { format: from });
        const written = serialiseExposition(familiesOf(first), format);
        const second = parseExposition(written, { format });
        expect(second.problems).toEqual([]);
        expect(plain(second.samples)).toEqual(plain(first.samples));
        expect(serialiseExposition(familiesOf(second), format)).toBe(written);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['dcgm-exporter-issues.prom', 5],
    ['synthetic-dcgm-two-gpus.prom', 14],
  ])('%s goes through unharmed', (file, count) => {
    const first = parseExposition(fixture(file), { format: 'prometheus' });
    expect(first.problems).toEqual([]);
    expect(first.samples).toHaveLength(count);
    const second = parseExposition(serialiseExposition(familiesOf(first), format), { format });
    expect(second.problems).toEqual([]);
    expect(plain(second.samples)).toEqual(plain(first.samples));
  });
});

describe('what dcgm-exporter writes', () => {
  it('is read to the last label', () => {
    const { samples, families: read } = parseExposition(fixture('dcgm-exporter-issues.prom'));
    expect(samples.map((sample) => sample.value)).toEqual([38, 0, 0.784913, 135, 1]);
    expect(read.get('DCGM_FI_DEV_GPU_UTIL')).toMatchObject({
      type: 'gauge',
      help: 'GPU utilization (in %).',
    });
    expect([...(samples[2]?.labels ?? [])]).toEqual([
      ['gpu', '0'],
      ['UUID', 'GPU-0ba88705-8527-ed9e-bc07-1b45788d4ef9'],
      ['pci_bus_id', '00000000:01:00.0'],
      ['device', 'nvidia0'],
      ['modelName', 'NVIDIA A100-SXM4-80GB'],
      ['GPU_I_PROFILE', '1g.10gb'],
      ['GPU_I_ID', '13'],
      ['Hostname', '<HOSTNAME>'],
      ['DCGM_FI_DRIVER_VERSION', '545.23.08'],
      ['hpc_job', '2115078'],
    ]);
    expect(samples[3]?.labels.get('pod')).toBe('');
  });

  it.each([1, 40, 137, 900])('cut after %d characters keeps its whole lines', (length) => {
    const whole = fixture('synthetic-dcgm-two-gpus.prom');
    const cut = whole.slice(0, length);
    const { samples, problems } = parseExposition(cut);
    const all = parseExposition(whole).samples;
    const lines = cut.split('\n').slice(0, -1);
    expect(samples).toEqual(all.filter(({ line }) => line <= lines.length));
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['syntax', lines.length + 1]]);
  });
});
