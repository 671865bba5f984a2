import type { DataFrame } from '@grafana/data';
import * as fc from 'fast-check';
import { DataFrameType, FieldType, createDataFrame } from '@grafana/data';
import { addTraceLinks } from './traceLinks.js';

const logFrame = (fields: { name: string; type: FieldType; values: unknown[] }[]): DataFrame =>
  createDataFrame({ fields, meta: { type: DataFrameType.LogLines } });
const lines = () =>
  logFrame([
    { name: 'body', type: FieldType.string, values: ['a', 'b'] },
    {
      name: 'labels',
      type: FieldType.other,
      values: [{ pod: 'p', trace_id: 't-1' }, { pod: 'p' }],
    },
  ]);
const sources = (uid: string) =>
  ({ tempo: { type: 'tempo', name: 'Tempo' }, jg: { type: 'jaeger', name: 'Jaeger' } })[uid];
const fieldOf = (frame: DataFrame | undefined, name: string) =>
  frame?.fields.find((field) => field.name === name);

describe('trace links', () => {
  it('give a label a column of its own, empty where a line has none', () => {
    const [frame] = addTraceLinks(
      [lines()],
      [{ field: 'trace_id', datasourceUid: 'tempo' }],
      sources,
    );
    const column = fieldOf(frame, 'trace_id');
    expect(column?.values).toEqual(['t-1', null]);
    expect(column?.config.links).toEqual([
      {
        title: 'Tempo',
        url: '',
        internal: {
          datasourceUid: 'tempo',
          datasourceName: 'Tempo',
          query: { query: '${__value.raw}', queryType: 'traceql' },
        },
      },
    ]);
  });

  it('use a column that is there, and let several links stand on it', () => {
    const frame = logFrame([{ name: 'trace', type: FieldType.string, values: ['t'] }]);
    const links = [
      { field: 'trace', datasourceUid: 'tempo', title: 'Trace' },
      { field: 'trace', datasourceUid: 'jg', title: '' },
    ];
    const [made] = addTraceLinks([frame], links, sources);
    expect(made?.fields).toHaveLength(1);
    expect(fieldOf(made, 'trace')?.config.links?.map(({ title }) => title)).toEqual([
      'Trace',
      'Jaeger',
    ]);
    expect(fieldOf(made, 'trace')?.config.links?.[1]?.internal?.query).toEqual({
      query: '${__value.raw}',
    });
  });

  it('are left out where no line has the field, or the data source is gone', () => {
    const frame = lines();
    expect(addTraceLinks([frame], [{ field: 'span', datasourceUid: 'tempo' }], sources)).toEqual([
      frame,
    ]);
    expect(addTraceLinks([frame], [{ field: 'trace_id', datasourceUid: 'x' }], sources)[0]).toBe(
      frame,
    );
  });

  it('stand on lines only, and leave the frame that was given as it was', () => {
    const numbers = createDataFrame({ fields: [{ name: 'labels', values: [{ trace_id: 't' }] }] });
    const frame = lines();
    const [first, second] = addTraceLinks(
      [numbers, frame],
      [{ field: 'trace_id', datasourceUid: 'jg' }],
      sources,
    );
    expect(first).toBe(numbers);
    expect(second?.fields).toHaveLength(3);
    expect(frame.fields).toHaveLength(2);
  });
});

describe('whatever the lines hold', () => {
  const labels = fc.dictionary(
    fc.constantFrom('trace_id', 'pod', 'body'),
    fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
  );

  it('each column of a trace has one value for each line, and the lines stay as they were', () => {
    fc.assert(
      fc.property(fc.array(labels, { minLength: 1, maxLength: 8 }), (rows) => {
        const frame = logFrame([
          { name: 'body', type: FieldType.string, values: rows.map(() => 'line') },
          { name: 'labels', type: FieldType.other, values: rows },
        ]);
        const [made] = addTraceLinks(
          [frame],
          [{ field: 'trace_id', datasourceUid: 'jg' }],
          sources,
        );
        for (const { values } of made?.fields ?? []) expect(values).toHaveLength(rows.length);
        expect(made?.fields.slice(0, 2)).toEqual(frame.fields);
        const column = fieldOf(made, 'trace_id')?.values ?? [];
        column.forEach((value, row) => {
          expect([value, null]).toContain(rows[row]?.trace_id === '' ? null : value);
          if (value !== null) expect(rows[row]?.trace_id).toBe(value);
        });
      }),
    );
  });
});
