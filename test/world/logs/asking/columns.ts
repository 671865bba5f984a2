import type { Column, Table } from '@gpuscope/aggregation/logs';

/** @throws {Error} when the table has no such column */
function columnOf<T extends Column['type']>(
  { columns, name: table }: Table,
  name: string,
  type: T,
): Extract<Column, { type: T }> {
  const found = columns.find((column) => column.name === name && column.type === type);
  if (found === undefined) {
    const names = columns.map((column) => `${column.name} (${column.type})`).join(', ');
    throw new Error(`${table || 'the table'} has no ${type} column ${name}, but ${names}`);
  }
  return found as Extract<Column, { type: T }>;
}

/** Nanoseconds since the epoch. */
export const timeColumn = (table: Table, name: string): readonly bigint[] => [
  ...columnOf(table, name, 'time').values,
];

export const textColumn = (table: Table, name: string): readonly (string | null)[] =>
  columnOf(table, name, 'string').values;
