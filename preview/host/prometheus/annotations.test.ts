import { FieldType, type DataFrame } from '@grafana/data';
import { annotationSupport, eventsOf } from './annotations.js';

const frame = (values: readonly number[]): DataFrame => ({
  length: values.length,
  fields: [
    {
      name: 'Time',
      type: FieldType.time,
      config: { interval: 60_000 },
      values: values.map((_, at) => at * 60_000),
    },
    {
      name: 'Value',
      type: FieldType.number,
      config: {},
      values: [...values],
      labels: { app: 'a' },
    },
  ],
});

const mark = { name: 'Releases', enable: true, iconColor: 'blue' };

describe('marks on graphs', () => {
  it('are stretches in which the value is not zero', () => {
    const events = eventsOf(mark, [frame([0, 1, 1, 0, 1])]);
    expect(events.map(({ time, timeEnd, isRegion }) => [time, timeEnd, isRegion])).toEqual([
      [60_000, 120_000, true],
      [240_000, 240_000, false],
    ]);
  });

  it('are the moments that values name, each once', () => {
    const events = eventsOf({ ...mark, useValueForTime: true }, [frame([5000, NaN, 5000, 9000])]);
    expect(events.map(({ time }) => time)).toEqual([5000, 9000]);
  });

  it('say what they are of, with labels filled in', () => {
    const told = {
      ...mark,
      titleFormat: 'New {{app}}',
      textFormat: '{{none}}x',
      tagKeys: 'app,no',
    };
    expect(eventsOf(told, [frame([1])])).toMatchObject([
      { title: 'New a', text: 'x', tags: ['a'] },
    ]);
  });

  it('are asked for with their own step', () => {
    const prepared = annotationSupport.prepareQuery?.({ ...mark, expr: 'x', step: '5m' });
    expect(prepared).toMatchObject({ expr: 'x', interval: '5m', range: true });
    expect(annotationSupport.prepareQuery?.(mark)).toBeUndefined();
  });
});
