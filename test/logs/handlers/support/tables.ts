import type { Table } from '@gpuscope/aggregation/logs';

/** A column's values, whatever their type. */
export function valuesOf({ columns }: Table, name: string): readonly unknown[] {
  const column = columns.find((one) => one.name === name);
  if (column === undefined)
    throw new Error(`no column ${name}: ${columns.map((one) => one.name).join()}`);
  return [...column.values];
}

export const linesOf = (table: Table): readonly unknown[] => valuesOf(table, 'body');

export const noticesOf = (tables: readonly Table[]): readonly string[] =>
  tables.flatMap(({ notices }) => notices.map(({ text }) => text));

/** The number column of each table, by its labels: summed over time. */
export function sums(tables: readonly Table[]): Readonly<Record<string, number>> {
  const all = tables.flatMap(({ columns }) =>
    columns.flatMap((column) => {
      if (column.type !== 'number') return [];
      const labels = Object.entries(column.labels ?? {}).map(([key, value]) => `${key}=${value}`);
      const sum = column.values.reduce((total: number, value) => total + (value ?? 0), 0);
      return [[labels.join(','), sum] as const];
    }),
  );
  return Object.fromEntries(all);
}
