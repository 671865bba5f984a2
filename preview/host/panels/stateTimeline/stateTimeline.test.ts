import {
  createTheme,
  FieldType,
  getDisplayProcessor,
  type DataFrame,
  type FieldConfig,
} from '@grafana/data';
import fc from 'fast-check';
import { legendOf, linesOf } from './stretches.js';
import { tickFormat, ticksOf } from './ticks.js';

const theme = createTheme();

function frame(
  times: number[],
  values: unknown[],
  interval?: number,
  config: FieldConfig = {},
): DataFrame {
  const field = { name: 'state', type: FieldType.number, config, values };
  return {
    length: times.length,
    fields: [
      {
        name: 'Time',
        type: FieldType.time,
        config: interval === undefined ? {} : { interval },
        values: times,
      },
      { ...field, display: getDisplayProcessor({ field, theme }) },
    ],
  };
}

const range = { from: 0, to: 100 };
const stretches = (given: DataFrame, merge = true) =>
  linesOf([given], { range, merge })[0]?.stretches.map(({ from, to, text }) => [from, to, text]);

describe('what was when', () => {
  it('lasts until the next value, the last one until the end', () => {
    expect(stretches(frame([10, 20], [1, 2]))).toEqual([
      [10, 20, '1'],
      [20, 100, '2'],
    ]);
  });

  it('is one stretch where nothing changed', () => {
    expect(stretches(frame([10, 20, 30], [1, 1, 2]))).toEqual([
      [10, 30, '1'],
      [30, 100, '2'],
    ]);
    expect(stretches(frame([10, 20, 30], [1, 1, 2]), false)).toHaveLength(3);
  });

  it('ends where there is no value', () => {
    expect(stretches(frame([10, 20, 30], [1, null, 1]))).toEqual([
      [10, 20, '1'],
      [30, 100, '1'],
    ]);
  });

  it('ends where samples are missing', () => {
    const found = stretches(frame([10, 20, 70, 80], [1, 1, 1, 1], 10)) ?? [];
    expect(found).toHaveLength(2);
    expect(found[0]?.[0]).toBe(10);
    expect(found[0]?.[1]).toBeLessThan(70);
    expect(found[1]?.[0]).toBe(70);
  });

  it('stays within the range', () => {
    expect(stretches(frame([-50, 500], [1, 2]))).toEqual([[0, 100, '1']]);
  });

  it('says values as they are to be said', () => {
    const mappings = [{ type: 'value', options: { 1: { text: 'sick', color: 'red' } } }];
    const lines = linesOf([frame([0], [1], undefined, { mappings } as FieldConfig)], {
      range,
      merge: true,
    });
    expect([...legendOf(lines).keys()]).toEqual(['sick']);
  });
});

describe('round moments', () => {
  it('are at most as many as there is room for, in order, within the range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: 1000, max: 4e10 }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(0, 3_600_000, -12_600_000),
        (from, length, most, offset) => {
          const { times, stepMs } = ticksOf(from, from + length, most, offset);
          expect(times.length).toBeLessThanOrEqual(most + 1);
          expect(times.every((time) => time >= from && time <= from + length)).toBe(true);
          expect(times.every((time) => (time + offset) % stepMs === 0)).toBe(true);
        },
      ),
    );
  });

  it('are written so that they differ', () => {
    expect([1000, 60_000, 3_600_000, 86_400_000].map(tickFormat)).toEqual([
      'HH:mm:ss',
      'HH:mm',
      'HH:mm',
      'MM/DD',
    ]);
  });
});
