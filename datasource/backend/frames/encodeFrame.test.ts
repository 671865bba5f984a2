import { tableFromIPC, type Vector } from 'apache-arrow';
import fc from 'fast-check';
import type { Column, Table } from '@gpuscope/aggregation/logs';
import { encodeFrame } from './encodeFrame.js';
import { anyTable, oneColumn } from './testing/tables.js';

/** The values of a column as another reader of the format sees them. */
function valuesOf(column: Column, vector: Vector): readonly unknown[] {
  if (column.type === 'time') {
    // Its own getter gives milliseconds; the numbers below it are whole.
    const data = vector.data.flatMap((part) => Array.from(part.values as BigInt64Array));
    return data.slice(0, vector.length);
  }
  return Array.from({ length: vector.length }, (_, row): unknown => {
    const value: unknown = vector.get(row);
    if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
    return typeof value === 'bigint' ? Number(value) : value;
  });
}

const TYPES: Readonly<Record<Column['type'], string>> = {
  time: 'Timestamp<NANOSECOND>',
  string: 'Utf8',
  json: 'Binary',
  number: 'Float64',
  integer: 'Int64',
};

const readBack = (table: Table, refId = 'A') => tableFromIPC(encodeFrame(table, refId));

describe('encodeFrame', () => {
  it('writes what another reader of the format reads, for any table', () => {
    fc.assert(
      fc.property(anyTable, fc.string(), (table, refId) => {
        const read = readBack(table, refId);
        expect(read.schema.metadata.get('name')).toBe(table.name);
        expect(read.schema.metadata.get('refId')).toBe(refId);
        expect(read.numCols).toBe(table.columns.length);
        table.columns.forEach((column, at) => {
          const field = read.schema.fields[at];
          const vector = read.getChildAt(at);
          if (field === undefined || vector === null) throw new Error(`no column ${at}`);
          expect(field.name).toBe(column.name);
          expect(String(field.type)).toBe(TYPES[column.type]);
          expect(valuesOf(column, vector)).toEqual([...column.values]);
          expect(field.nullable).toBe([...column.values].some((value) => value === null));
        });
      }),
    );
  });

  it('carries labels and field settings as Grafana writes them, and nothing where there are none', () => {
    const [field] = readBack(
      oneColumn({
        type: 'number',
        name: 'n',
        values: [1],
        labels: { app: 'a"b', 空: '' },
        config: { unit: 'bytes', links: [{ title: 't' }] },
      }),
    ).schema.fields;
    expect(Object.fromEntries(field?.metadata ?? [])).toEqual({
      tstype: 'number',
      labels: '{"app":"a\\"b","空":""}',
      config: '{"unit":"bytes","links":[{"title":"t"}]}',
    });
    const [bare] = readBack(oneColumn({ type: 'json', name: 'j', values: ['{}'] })).schema.fields;
    expect(Object.fromEntries(bare?.metadata ?? [])).toEqual({ tstype: 'other' });
  });

  it('says what kind of table it is, with notices and what else Grafana shows', () => {
    const metaOf = (table: Table): unknown =>
      JSON.parse(readBack(table).schema.metadata.get('meta') ?? '');
    const lines: Table = { name: 'l', type: 'log-lines', columns: [], notices: [] };
    expect(metaOf(lines)).toEqual({ type: 'log-lines', typeVersion: [0, 0] });
    expect(
      metaOf({
        ...lines,
        type: 'numeric-multi',
        notices: [{ severity: 'warning', text: 'cut' }],
        custom: { total: 3 },
        preferredVisualisation: 'table',
      }),
    ).toEqual({
      type: 'numeric-multi',
      typeVersion: [0, 1],
      notices: [{ severity: 'warning', text: 'cut' }],
      custom: { total: 3 },
      preferredVisualisationType: 'table',
    });
  });

  it('never makes a time column nullable: alerting takes no other', () => {
    const values = BigInt64Array.of(0n, -1n);
    const [field] = readBack(oneColumn({ type: 'time', name: 't', values })).schema.fields;
    expect(field?.nullable).toBe(false);
  });

  it('writes part of a larger array of times', () => {
    const all = BigInt64Array.of(1n, 2n, 3n, 4n);
    const part: Column = { type: 'time', name: 't', values: all.subarray(1, 3) };
    const vector = readBack(oneColumn(part)).getChildAt(0);
    expect(vector === null ? [] : valuesOf(part, vector)).toEqual([2n, 3n]);
  });

  it('writes U+FFFD for half a pair of surrogates', () => {
    const vector = readBack(
      oneColumn({ type: 'string', name: 's', values: ['a\uD83D', '\uDC4Db', '👍'] }),
    ).getChildAt(0);
    expect([...(vector ?? [])]).toEqual(['a\uFFFD', '\uFFFDb', '👍']);
  });

  it('begins each buffer at a multiple of eight, as the format asks', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const bytes = encodeFrame(table, 'A');
        const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
        expect(head.subarray(0, 8).toString('latin1')).toBe('ARROW1\0\0');
        expect(head.subarray(-6).toString('latin1')).toBe('ARROW1');
        expect(head.readUInt32LE(8)).toBe(0xff_ff_ff_ff);
        expect(head.readInt32LE(12) % 8).toBe(0);
      }),
    );
  });

  it('is little more than what it holds', () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => `line ${row} `.padEnd(120, 'x'));
    const table: Table = {
      name: 'lines',
      type: 'log-lines',
      notices: [],
      columns: [
        { type: 'time', name: 'timestamp', values: new BigInt64Array(rows.length) },
        { type: 'string', name: 'body', values: rows },
      ],
    };
    const held = rows.length * (8 + 4 + 120);
    expect(encodeFrame(table, 'A').length).toBeLessThan(held + 2_000);
  });

  it('refuses columns that are not equally long, with their names', () => {
    const table: Table = {
      name: 'lines',
      type: 'table',
      notices: [],
      columns: [
        { type: 'string', name: 'a', values: ['1', '2'] },
        { type: 'string', name: 'b', values: ['1'] },
      ],
    };
    expect(() => encodeFrame(table, 'A')).toThrow(
      'the column "b" of the table "lines" has 1 values; the first column has 2',
    );
  });

  it.each([0.5, 2 ** 53, NaN, Infinity])('refuses %p in a column of whole numbers', (value) => {
    const table = oneColumn({ type: 'integer', name: 'count', values: [1, value] });
    expect(() => encodeFrame(table, 'A')).toThrow(`the column "count" holds ${value}`);
  });
});
