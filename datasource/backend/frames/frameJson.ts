import type { Column, Table } from '@gpuscope/aggregation/logs';
import { rowsOf } from './checkTable.js';
import { labelsOf, metaOf, nullCount, scriptType } from './meta.js';

type JsonData = Readonly<Record<string, unknown>>;

/** A table as the JSON of a data frame: what streams carry. @throws GpuscopeError INTERNAL as encodeFrame does */
export function frameJson(table: Table): string {
  rowsOf(table);
  const { columns } = table;
  const nanos = columns.map(nanosOf);
  const entities = columns.map(entitiesOf);
  const data: JsonData = {
    values: columns.map(valuesOf),
    ...(nanos.some((part) => part !== null) && { nanos }),
    ...(entities.some((part) => part !== null) && { entities }),
  };
  return JSON.stringify({
    schema: { name: table.name, meta: metaOf(table), fields: columns.map(fieldOf) },
    data,
  });
}

/** Grafana's names for what its backend makes of a column. */
const FRAME_TYPES: Readonly<Record<Column['type'], string>> = {
  time: 'time.Time',
  string: 'string',
  json: 'json.RawMessage',
  number: 'float64',
  integer: 'int64',
};

function fieldOf(column: Column): JsonData {
  const labels = labelsOf(column);
  const isNullable = nullCount(column) > 0;
  return {
    name: column.name,
    type: scriptType(column),
    typeInfo: { frame: FRAME_TYPES[column.type], ...(isNullable && { nullable: true }) },
    ...(labels !== undefined && { labels }),
    ...(column.config !== undefined && { config: column.config }),
  };
}

const MILLION = 1_000_000n;

function valuesOf(column: Column): readonly unknown[] {
  if (column.type === 'time') return Array.from(column.values, (ns) => Number(msOf(ns)));
  if (column.type === 'json') return column.values.map((text): unknown => JSON.parse(text));
  return column.values;
}

/** Rounded down, also before 1970: what is left in nanoseconds is never negative. */
const msOf = (ns: bigint): bigint => (ns - nanosLeft(ns)) / MILLION;

const nanosLeft = (ns: bigint): bigint => ((ns % MILLION) + MILLION) % MILLION;

/** What milliseconds leave of times. */
function nanosOf(column: Column): readonly number[] | null {
  if (column.type !== 'time') return null;
  const left = Array.from(column.values, (ns) => Number(nanosLeft(ns)));
  return left.some((ns) => ns !== 0) ? left : null;
}

const ENTITIES = [
  ['NaN', (value: unknown) => Number.isNaN(value)],
  ['Inf', (value: unknown) => value === Infinity],
  ['NegInf', (value: unknown) => value === -Infinity],
] as const;

/** The rows of the numbers that JSON can't say. */
function entitiesOf(column: Column): Readonly<Record<string, readonly number[]>> | null {
  if (column.type !== 'number') return null;
  const found = ENTITIES.map(
    ([name, is]) =>
      [name, column.values.flatMap((value, row) => (is(value) ? [row] : []))] as const,
  ).filter(([, rows]) => rows.length > 0);
  return found.length === 0 ? null : Object.fromEntries(found);
}
