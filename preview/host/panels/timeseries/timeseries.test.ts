import { createTheme, FieldType, getDisplayProcessor, type DataFrame } from '@grafana/data';
import { SortOrder, TooltipDisplayMode } from '@grafana/schema';
import { graphable } from './graphable.js';
import { marksOf } from './marks.js';
import { rowsOf } from './rows.js';

const theme = createTheme();

const time = { name: 'Time', type: FieldType.time, config: {}, values: [1, 2, 3] };

function number(name: string, values: unknown[], hidden = false) {
  const config = { unit: 'none', custom: { hideFrom: { viz: hidden } } };
  const field = { name, type: FieldType.number, config, values };
  return { ...field, display: getDisplayProcessor({ field, theme }) };
}

const frame = (...fields: DataFrame['fields']): DataFrame => ({ fields, length: 3 });

describe('what can be drawn over time', () => {
  it('leaves gaps where there is no number', () => {
    const [drawn] = graphable([frame(time, number('a', [1, NaN, Infinity]))]);
    expect(drawn?.fields[1]?.values).toEqual([1, null, null]);
  });

  it('draws truth as numbers and leaves words out', () => {
    const words = { name: 'w', type: FieldType.string, config: {}, values: ['x', 'y', 'z'] };
    const truth = { name: 't', type: FieldType.boolean, config: {}, values: [true, false, null] };
    const [drawn] = graphable([frame(time, words, truth)]);
    expect(drawn?.fields.map(({ name, values }) => [name, values])).toEqual([
      ['Time', [1, 2, 3]],
      ['t', [1, 0, null]],
    ]);
  });

  it('is nothing without time, without numbers, without rows', () => {
    const empty = { ...frame(time, number('a', [])), length: 0 };
    expect(graphable([frame(number('a', [1])), frame(time), empty])).toEqual([]);
  });
});

describe('the tooltip', () => {
  const shown = frame(
    time,
    number('a', [5, 1, 9]),
    number('b', [7, 8, null]),
    number('c', [1, 1, 1], true),
  );
  const places = [0, 0, 0, 0];
  const all = { frame: shown, places, seriesIndex: 2, mode: TooltipDisplayMode.Multi };
  const values = (hovered: Parameters<typeof rowsOf>[0]) =>
    rowsOf(hovered).map(({ label, value }) => `${label} ${value}`);

  it('tells all series that are shown, the one under the pointer apart', () => {
    expect(values({ ...all, sort: SortOrder.None })).toEqual(['a 5', 'b 7']);
    expect(rowsOf({ ...all, sort: SortOrder.None }).map(({ isActive }) => isActive)).toEqual([
      false,
      true,
    ]);
  });

  it('puts the largest first, or last', () => {
    expect(values({ ...all, sort: SortOrder.Descending })).toEqual(['b 7', 'a 5']);
    expect(values({ ...all, sort: SortOrder.Ascending })).toEqual(['a 5', 'b 7']);
  });

  it('tells one series where one is asked for', () => {
    const mode = TooltipDisplayMode.Single;
    expect(values({ ...all, mode, sort: SortOrder.None })).toEqual(['b 7']);
  });

  it('says nothing of gaps', () => {
    expect(values({ ...all, places: [2, 2, 2, 2], sort: SortOrder.None })).toEqual(['a 9']);
    expect(values({ ...all, places: [0, null, 0, 0], sort: SortOrder.None })).toEqual(['b 7']);
  });
});

describe('marks', () => {
  const column = (name: string, values: unknown[]) => ({
    name,
    type: FieldType.other,
    config: {},
    values,
  });

  it('are read from the frames of annotations', () => {
    const marks = marksOf([
      frame(
        column('time', [10, 20, null]),
        column('timeEnd', [15, 20, 30]),
        column('text', ['a', 'b', 'c']),
        column('color', ['red', undefined, 'red']),
      ),
    ]);
    expect(marks).toEqual([
      { from: 10, to: 15, color: 'red', title: '', text: 'a' },
      { from: 20, to: 20, color: 'blue', title: '', text: 'b' },
    ]);
  });
});
