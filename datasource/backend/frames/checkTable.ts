import { GpuscopeError } from '@gpuscope/aggregation';
import type { Table } from '@gpuscope/aggregation/logs';

/** The number of rows. @throws GpuscopeError INTERNAL where columns are not equally long */
export function rowsOf({ name, columns }: Table): number {
  const rows = columns[0]?.values.length ?? 0;
  const other = columns.find(({ values }) => values.length !== rows);
  if (other !== undefined)
    throw new GpuscopeError(
      'INTERNAL',
      `the column ${JSON.stringify(other.name)} of the table ${JSON.stringify(name)} has ` +
        `${other.values.length} values; the first column has ${rows}`,
    );
  return rows;
}
