import fc from 'fast-check';
import type { Column, Table } from '@gpuscope/aggregation/logs';

const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };

const text = fc.string({ unit: 'grapheme', maxLength: 40 });

const labels = fc.dictionary(text, text, { maxKeys: 3 });

const config = fc.record({ unit: text, custom: fc.jsonValue() }, { requiredKeys: [] });

const optional = <K extends string, V>(key: K, value: fc.Arbitrary<V>) =>
  fc.oneof(
    fc.constant({}),
    value.map((found) => ({ [key]: found }) as Record<K, V>),
  );

const listOf = <V>(value: fc.Arbitrary<V>, rows: number) =>
  fc.array(value, { minLength: rows, maxLength: rows });

/** Any column with a number of rows. */
function anyColumn(rows: number): fc.Arbitrary<Column> {
  const head = fc
    .tuple(text, optional('labels', labels), optional('config', config))
    .map(([name, ...more]) => Object.assign({ name }, ...more) as { readonly name: string });
  const columns: readonly fc.Arbitrary<object>[] = [
    listOf(fc.bigInt(INT64), rows).map((values) => ({
      type: 'time',
      values: BigInt64Array.from(values),
    })),
    listOf(fc.option(text), rows).map((values) => ({ type: 'string', values })),
    listOf(fc.json(), rows).map((values) => ({ type: 'json', values })),
    listOf(fc.option(fc.double()), rows).map((values) => ({ type: 'number', values })),
    listOf(fc.option(fc.maxSafeInteger()), rows).map((values) => ({ type: 'integer', values })),
  ];
  return fc
    .tuple(head, fc.oneof(...columns))
    .map(([start, rest]) => ({ ...start, ...rest }) as unknown as Column);
}

/** Any table that a plugin may answer with. */
export const anyTable: fc.Arbitrary<Table> = fc
  .tuple(fc.nat({ max: 40 }), fc.nat({ max: 6 }), text)
  .chain(([rows, columns, name]) =>
    fc.record({
      name: fc.constant(name),
      type: fc.constantFrom('log-lines', 'timeseries-multi', 'numeric-long', 'table'),
      columns: fc
        .array(anyColumn(rows), { minLength: columns, maxLength: columns })
        // The reader that tests compare with takes columns of one name for one column.
        .map((found) => found.map((column, at) => ({ ...column, name: `${at}${column.name}` }))),
      notices: fc.constant([]),
    }),
  );

/** A table with one column. */
export const oneColumn = (column: Column): Table => ({
  name: 't',
  type: 'table',
  columns: [column],
  notices: [],
});
