import { DataTopic, FieldType, createDataFrame, type DataFrame } from '@grafana/data';
import fc from 'fast-check';
import { barsOf, draggedSpan, stepAt } from './bars.js';
import { onlyLevels, peakOf, readVolume, totalAt, type Volume } from './readVolume.js';

const STEP = 60_000;

const frame = (level: string | undefined, counts: readonly (number | null)[]): DataFrame =>
  createDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: counts.map((_, at) => at * STEP) },
      {
        name: 'lines',
        type: FieldType.number,
        values: [...counts],
        ...(level === undefined ? {} : { labels: { level } }),
      },
    ],
  });

const volumeOf = (...frames: DataFrame[]): Volume => {
  const volume = readVolume(frames);
  if (volume === undefined) throw new Error('No volume');
  return volume;
};

describe('the volume of an answer', () => {
  it('has the worst level first, and lines without one as such', () => {
    const volume = volumeOf(
      frame('info', [1, 2]),
      frame(undefined, [5, null]),
      frame('error', [3, 0]),
    );
    expect(volume.levels).toEqual([
      { level: 'error', counts: [3, 0], sum: 3 },
      { level: 'info', counts: [1, 2], sum: 3 },
      { level: 'unknown', counts: [5, 0], sum: 5 },
    ]);
    expect(volume).toMatchObject({ times: [0, STEP], stepMs: STEP });
  });

  it('is marked as an estimate where the data source says so', () => {
    const mark = createDataFrame({
      meta: { dataTopic: DataTopic.Annotations },
      fields: [
        { name: 'time', type: FieldType.time, values: [7] },
        { name: 'color', type: FieldType.string, values: ['orange'] },
        { name: 'text', type: FieldType.string, values: ['an estimate'] },
      ],
    });
    const volume = volumeOf(frame('info', [1, 2]), mark);
    expect(volume.estimate).toEqual({ color: 'orange', text: 'an estimate' });
    expect(volume.times).toEqual([0, STEP]);
    expect(volumeOf(frame('info', [1])).estimate).toBeUndefined();
  });

  it.each([
    [[0, 5, 6, 9], 1],
    [[0, 1], 1],
    [[7, 10], 3],
  ])('of steps at %j minutes has steps as long as the two nearest are apart', (minutes, step) => {
    const sparse = createDataFrame({
      fields: [
        { name: 'time', type: FieldType.time, values: minutes.map((minute) => minute * STEP) },
        { name: 'lines', type: FieldType.number, values: minutes.map(() => 1) },
      ],
    });
    expect(volumeOf(sparse).stepMs).toBe(step * STEP);
  });

  it('tells what is wrong with it, and keeps what is only said besides', () => {
    const partial = createDataFrame({
      ...frame('info', [1, 2]),
      meta: {
        notices: [
          { severity: 'warning', text: '1 of 3 shards failed' },
          { severity: 'info', text: 'levels are estimated' },
        ],
      },
    });
    expect(volumeOf(partial).warnings).toEqual(['1 of 3 shards failed']);
  });

  it('of no line at all is none', () => {
    expect(readVolume([])).toBeUndefined();
    expect(readVolume([createDataFrame({ fields: [] })])).toBeUndefined();
  });

  it('can be narrowed to levels; none chosen are all', () => {
    const volume = volumeOf(frame('info', [1]), frame('error', [2]));
    expect(onlyLevels(volume, ['error']).levels.map(({ level }) => level)).toEqual(['error']);
    expect(onlyLevels(volume, [])).toBe(volume);
  });

  it('has its peak where most lines are, all levels together', () => {
    expect(peakOf(volumeOf(frame('info', [5, 1, 4]), frame('error', [0, 0, 3])))).toBe(2 * STEP);
    expect(peakOf(volumeOf(frame('info', [0, 0])))).toBeUndefined();
  });
});

const counts = fc.array(fc.nat({ max: 1000 }), { minLength: 2, maxLength: 20 });

describe('bars', () => {
  it('are as high as their lines are many, and stand on each other', () => {
    fc.assert(
      fc.property(counts, counts, (info, error) => {
        const volume = volumeOf(frame('info', info), frame('error', error));
        const span = { fromMs: 0, toMs: volume.times.length * STEP };
        const bars = barsOf(volume, span);
        const most = Math.max(1, ...volume.times.map((_, at) => totalAt(volume, at)));
        volume.times.forEach((time, at) => {
          const own = bars.filter(({ x }) => Math.abs(x * span.toMs - time) < 1);
          const height = own.reduce((sum, bar) => sum + bar.height, 0);
          expect(height).toBeCloseTo(totalAt(volume, at) / most, 9);
          own.reduce((bottom, bar) => {
            expect(bar.y + bar.height).toBeCloseTo(bottom, 9);
            return bar.y;
          }, 1);
        });
      }),
    );
  });

  it('tell which step a moment lies in', () => {
    const volume = volumeOf(frame('info', [1, 2]));
    expect([0, STEP - 1, STEP, 2 * STEP, -1].map((ms) => stepAt(volume, ms))).toEqual([
      0,
      0,
      1,
      undefined,
      undefined,
    ]);
  });

  it('dragged over are a range in either direction; a click means the whole bar', () => {
    const volume = volumeOf(frame('info', [1, 2, 3]));
    const wanted = { fromMs: 10, toMs: 100_000 };
    expect(draggedSpan(volume, 10, 100_000)).toEqual(wanted);
    expect(draggedSpan(volume, 100_000, 10)).toEqual(wanted);
    expect(draggedSpan(volume, STEP + 7, STEP + 9)).toEqual({ fromMs: STEP, toMs: 2 * STEP });
  });
});
