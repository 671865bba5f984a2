import { attribute } from './attribute.js';
import type { HeldFigure, HolderReport } from './claim.js';
import { boardId } from './figures.js';
import { boardOf, claim, figureOf, holderOf, readingOf, reportOf } from './testing.js';
import { telemetryOf, uuid } from './testing.js';

const GPU = uuid('GPU-a');
const UTILIZATION = 'gpu_utilization_ratio';

const used = (holder: string, value: number): HeldFigure => ({
  device: GPU,
  holder: holderOf(holder),
  metric: UTILIZATION,
  value,
});

const window = (value: number) => ({ device: GPU, metric: UTILIZATION, value }) as const;

const given = reportOf([claim(GPU, 'ns/p/main'), claim(GPU, 'ns/q/main')]);

const looked = (extra: Partial<HolderReport>): HolderReport =>
  reportOf([], [], { source: 'processes', silentMeansFree: false, ...extra });

/** A GPU of which the source says what it does at this moment, and how it is split. */
function split(moment: number | undefined, ...reports: readonly HolderReport[]) {
  const readings = moment === undefined ? [] : [readingOf(UTILIZATION, 'GPU-a', moment)];
  const telemetry = telemetryOf([boardOf('GPU-a')], readings, {
    figures: [figureOf('ns/p/', 0.9)],
  });
  const { figures, boards } = attribute(telemetry, [given, ...reports], () => 0);
  const utilization = boards[0]?.leaves[0]?.utilization;
  return {
    figure: figures.value(UTILIZATION, boardId('GPU-a')),
    readings: figures.readings(UTILIZATION, boardId('GPU-a')).map(({ value }) => value),
    parts: utilization?.parts,
    rest: utilization?.rest,
    method: utilization?.method,
  };
}

const figures = [used('ns/p/main', 0.6), used('ns/q/main', 0.15)];

describe('the device’s figure over the window of its processes', () => {
  it.each([
    ['lower, so that nobody loses what he did', 0.1],
    ['higher, so that nothing passes for overhead', 1],
    ['0, as between two bursts', 0],
  ])('stands in for a moment’s that is %s', (_, moment) => {
    expect(split(moment, looked({ figures, deviceFigures: [window(0.8)] }))).toEqual({
      figure: 0.8,
      readings: [0.8],
      parts: [0.6, 0.15],
      rest: { overhead: expect.closeTo(0.05, 9) as number },
      method: 'process',
    });
  });

  it('is the device’s figure where the source has none', () => {
    expect(split(undefined, looked({ figures, deviceFigures: [window(0.8)] }))).toMatchObject({
      figure: 0.8,
      parts: [0.6, 0.15],
    });
  });

  it('bounds what its processes come to', () => {
    const one = split(0.9, looked({ figures, deviceFigures: [window(0.5)] }));
    expect(one.figure).toBe(0.5);
    expect(one.parts).toEqual([expect.closeTo(0.4, 9), expect.closeTo(0.1, 9)]);
  });

  it('leaves the source’s figure where no report tells it', () => {
    expect(split(0.5, looked({ figures }))).toMatchObject({ figure: 0.5, readings: [0.5] });
    const other = { ...window(0.8), device: uuid('GPU-b') };
    expect(split(0.5, looked({ figures, deviceFigures: [other] })).figure).toBe(0.5);
  });

  it.each([NaN, -0.5, Infinity])('does not believe %p', (value) => {
    expect(split(0.5, looked({ figures, deviceFigures: [window(value)] })).figure).toBe(0.5);
    const two = looked({ figures, deviceFigures: [window(value), window(0.7)] });
    expect(split(0.5, two).figure).toBe(0.7);
  });

  it('is no more than the whole', () => {
    expect(split(0.5, looked({ figures, deviceFigures: [window(1.2)] })).figure).toBe(1);
  });

  it('is the first report’s that has one', () => {
    const second = looked({ deviceFigures: [window(0.2)] });
    expect(split(0.5, looked({ deviceFigures: [window(0.7)] }), second).figure).toBe(0.7);
  });
});
