import fc from 'fast-check';
import type { LogLevel } from '../level.js';
import type { VolumeQuestion } from '../question.js';
import { volumeSearch } from '../search/counts.js';
import { answerTo } from '../search/testing/aggregate.js';
import { sketchLayout, sketchPlan } from '../search/testing/plans.js';
import { stored } from '../search/testing/stored.js';
import type { Table } from '../table.js';
import { readSampledVolume } from './sampledVolume.js';
import { readVolume } from './volume.js';

const range = { fromMs: 1_500, toMs: 5_000 };
const question: VolumeQuestion = { show: 'volume', selection: {}, intervalMs: 1_000 };

function seriesOf(tables: readonly Table[]) {
  return Object.fromEntries(
    tables.map(({ columns }) => {
      const lines = columns.find(({ type }) => type === 'number');
      if (lines?.type !== 'number') throw new Error('no numbers');
      return [lines.labels?.level ?? '', lines.values];
    }),
  );
}

describe('the volume', () => {
  const records = [
    stored({ '@timestamp': 1_600, level: 'INFO' }),
    stored({ '@timestamp': 1_700, level: 'Warning' }),
    stored({ '@timestamp': 3_100, level: 'err' }),
    stored({ '@timestamp': 3_200, level: 'odd' }),
    stored({ '@timestamp': 3_300 }),
    stored({ '@timestamp': 5_000, level: 'error' }),
  ];

  it('is exact, by level, the worst first, with a value for every step', () => {
    const plan = sketchPlan({ range });
    const tables = readVolume(plan, question, answerTo(volumeSearch(plan, question), records));
    expect(Object.keys(seriesOf(tables))).toEqual(['error', 'warning', 'info', 'unknown']);
    expect(seriesOf(tables)).toEqual({
      error: [0, 0, 1, 0],
      warning: [1, 0, 0, 0],
      info: [1, 0, 0, 0],
      unknown: [0, 0, 2, 0],
    });
    expect(tables[0]?.columns[0]?.values).toEqual(
      BigInt64Array.from([1_000n, 2_000n, 3_000n, 4_000n].map((ms) => ms * 1_000_000n)),
    );
    expect(tables.every(({ type }) => type === 'timeseries-multi')).toBe(true);
  });

  it('is of all lines together where no record has a level as a field', () => {
    const plan = sketchPlan({ range }, sketchLayout({ without: ['level'] }));
    const tables = readVolume(plan, question, answerTo(volumeSearch(plan, question), records));
    expect(seriesOf(tables)).toEqual({ unknown: [2, 0, 3, 0] });
  });

  it('of no line is no series', () => {
    const plan = sketchPlan({ range });
    expect(readVolume(plan, question, answerTo(volumeSearch(plan, question), []))).toEqual([]);
  });
});

describe('the volume by levels that only the lines tell', () => {
  const plan = sketchPlan({ range }, sketchLayout({ without: ['level'] }));
  const at = (ms: number, level?: LogLevel) => ({
    timeNs: BigInt(ms) * 1_000_000n,
    ...(level === undefined ? {} : { level }),
  });
  const answerOf = (times: readonly number[]) =>
    answerTo(
      volumeSearch(plan, question),
      times.map((time) => stored({ '@timestamp': time })),
    );

  it('always adds up to the exact number of lines in each step', () => {
    const time = fc.integer({ min: 1_500, max: 4_999 });
    const level = fc.constantFrom<LogLevel | undefined>('error', 'info', 'debug', undefined);
    fc.assert(
      fc.property(
        fc.array(time, { minLength: 1, maxLength: 30 }),
        fc.array(fc.tuple(time, level), { maxLength: 10 }),
        (times, drawn) => {
          const sample = drawn.map(([ms, one]) => at(ms, one));
          const tables = readSampledVolume(plan, question, answerOf(times), sample);
          const series = Object.values(seriesOf(tables));
          const sums = [1_000, 2_000, 3_000, 4_000].map((_, step) =>
            series.reduce((sum, values) => sum + (values[step] ?? 0), 0),
          );
          const counts = [1_000, 2_000, 3_000, 4_000].map(
            (step) => times.filter((ms) => ms >= step && ms < step + 1_000).length,
          );
          expect(sums).toEqual(counts);
        },
      ),
    );
  });

  it('parts each step as its own sampled lines are parted, else as the whole sample is', () => {
    const times = [...Array<number>(10).fill(1_600), ...Array<number>(4).fill(3_000)];
    const sample = [at(1_600, 'error'), at(1_700, 'info'), at(1_800, 'info'), at(1_900, 'info')];
    const tables = readSampledVolume(plan, question, answerOf(times), sample);
    expect(seriesOf(tables)).toEqual({ error: [3, 0, 1, 0], info: [7, 0, 3, 0] });
  });

  it('is marked as an estimate and says from how many lines; a whole sample is none', () => {
    const [first] = readSampledVolume(plan, question, answerOf([1_600, 1_700]), [
      at(1_600, 'error'),
    ]);
    expect(first?.custom).toEqual({ isEstimate: true });
    expect(first?.notices.map(({ severity }) => severity)).toEqual(['info']);
    expect(first?.notices[0]?.text).toMatch(/1 lines.*out of 2/);
    const whole = readSampledVolume(plan, question, answerOf([1_600]), [at(1_600, 'error')]);
    expect(whole[0]).toMatchObject({ custom: { isEstimate: false }, notices: [] });
  });
});
