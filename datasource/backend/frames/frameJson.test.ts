import fc from 'fast-check';
import { say } from '@gpuscope/aggregation';
import type { Table } from '@gpuscope/aggregation/logs';
import { frameJson } from './frameJson.js';
import { anyTable, oneColumn } from './testing/tables.js';

interface Frame {
  readonly schema: {
    readonly name: string;
    readonly meta: unknown;
    readonly fields: readonly Readonly<Record<string, unknown>>[];
  };
  readonly data: {
    readonly values: readonly (readonly unknown[])[];
    readonly nanos?: readonly (readonly number[] | null)[];
    readonly entities?: readonly (Readonly<Record<string, readonly number[]>> | null)[];
  };
}

const noColumns: Table = { name: 't', type: 'table', columns: [], notices: [] };
const frameOf = (table: Table): Frame => JSON.parse(frameJson(table)) as Frame;

describe('frameJson', () => {
  it('keeps every nanosecond of any time', () => {
    const times = fc.array(fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }), { minLength: 1 });
    fc.assert(
      fc.property(times, (values) => {
        const { data } = frameOf(
          oneColumn({ type: 'time', name: 't', values: BigInt64Array.from(values) }),
        );
        const back = values.map((_, row) => {
          const nanos = data.nanos?.[0]?.[row] ?? 0;
          expect(nanos).toBeGreaterThanOrEqual(0);
          return BigInt(data.values[0]?.[row] as number) * 1_000_000n + BigInt(nanos);
        });
        expect(back).toEqual(values);
      }),
    );
  });

  it('leaves nanoseconds out where all times are whole milliseconds', () => {
    const { data } = frameOf(
      oneColumn({ type: 'time', name: 't', values: BigInt64Array.of(5_000_000n, -1_000_000n) }),
    );
    expect(data).toEqual({ values: [[5, -1]] });
  });

  it('says what its notices say for who reads another language, beside what else is known', () => {
    const said = say('notice.order');
    const notices = [
      { severity: 'info', text: said.text, said },
      { severity: 'warning', text: 'in English only' },
    ] as const;
    const { schema } = frameOf({ ...noColumns, notices, custom: { limit: 5 } });
    expect(schema.meta).toMatchObject({
      notices: [
        { severity: 'info', text: said.text },
        { severity: 'warning', text: 'in English only' },
      ],
      custom: { limit: 5, said: [said] },
    });
  });

  it('is JSON for any table, with the values of each column', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { schema, data } = frameOf(table);
        expect(schema.name).toBe(table.name);
        expect(schema.fields.map(({ name }) => name)).toEqual(
          table.columns.map(({ name }) => name),
        );
        table.columns.forEach((column, at) => {
          expect(data.values[at]).toHaveLength(column.values.length);
          if (column.type === 'string') expect(data.values[at]).toEqual(column.values);
          if (column.type === 'json')
            expect(data.values[at]).toEqual(column.values.map((text): unknown => JSON.parse(text)));
        });
      }),
    );
  });

  it('says where numbers are that JSON has no words for', () => {
    const { data } = frameOf(
      oneColumn({ type: 'number', name: 'n', values: [1, NaN, null, Infinity, -Infinity, NaN] }),
    );
    expect(data.values).toEqual([[1, null, null, null, null, null]]);
    expect(data.entities).toEqual([{ NaN: [1, 5], Inf: [3], NegInf: [4] }]);
  });

  it('describes its fields as Grafana does', () => {
    const { schema } = frameOf({
      name: 'x',
      type: 'timeseries-multi',
      notices: [{ severity: 'info', text: 'n' }],
      columns: [
        { type: 'time', name: 'time', values: BigInt64Array.of(0n) },
        { type: 'integer', name: 'count', values: [null], labels: { app: 'a' } },
        { type: 'string', name: 's', values: ['x'], config: { unit: 'u' } },
      ],
    });
    expect(schema).toEqual({
      name: 'x',
      meta: {
        type: 'timeseries-multi',
        typeVersion: [0, 1],
        notices: [{ severity: 'info', text: 'n' }],
      },
      fields: [
        { name: 'time', type: 'time', typeInfo: { frame: 'time.Time' } },
        {
          name: 'count',
          type: 'number',
          typeInfo: { frame: 'int64', nullable: true },
          labels: { app: 'a' },
        },
        { name: 's', type: 'string', typeInfo: { frame: 'string' }, config: { unit: 'u' } },
      ],
    });
  });

  it('refuses columns that are not equally long', () => {
    const columns: Table['columns'] = [
      { type: 'string', name: 'a', values: [] },
      { type: 'string', name: 'b', values: ['1'] },
    ];
    expect(() => frameJson({ name: 't', type: 'table', notices: [], columns })).toThrow('"b"');
  });
});
