import { FieldType, type DataFrame } from '@grafana/data';
import { marksOf } from './marksOf.js';

const MARK = { name: 'Pod started', expr: 'x', text: 'pod {{pod}} of {{ nobody }}' };
const RANGE = { from: 100, to: 200 };

const moments = (pod: string, values: readonly (number | null)[]): DataFrame => ({
  fields: [
    { name: 'Time', type: FieldType.time, config: {}, values: values.map((_, at) => at) },
    { name: 'Value', type: FieldType.number, config: {}, labels: { pod }, values: [...values] },
  ],
  length: values.length,
});

const read = (frames: readonly DataFrame[]) => {
  const { fields, length } = marksOf(MARK, frames, RANGE);
  return Array.from({ length }, (_, at) =>
    Object.fromEntries(fields.map(({ name, values }) => [name, values[at] as unknown])),
  );
};

describe('marksOf', () => {
  it('marks each moment once, in their order, with the labels filled in', () => {
    const marks = read([moments('late', [180, 180, 180]), moments('early', [120, null, 130])]);
    expect(marks.map(({ time, text }) => [time, text])).toEqual([
      [120, 'pod early of '],
      [130, 'pod early of '],
      [180, 'pod late of '],
    ]);
    expect(marks.every(({ title }) => title === MARK.name)).toBe(true);
  });

  it('keeps moments of several pods apart, and leaves out what lies outside of the range', () => {
    expect(read([moments('a', [150]), moments('b', [150])])).toHaveLength(2);
    expect(read([moments('a', [99, 201, Number.NaN])])).toEqual([]);
  });
});
