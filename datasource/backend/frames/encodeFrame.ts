import type { Table } from '@gpuscope/aggregation/logs';
import { arrowFile } from './arrow/file.js';
import { columnPieces } from './arrow/pieces.js';
import { writeSchema } from './arrow/schema.js';
import { rowsOf } from './checkTable.js';
import { nullCount } from './meta.js';

/**
 * A table as the data frame that Grafana's backend reads: a file in Arrow's IPC format whose metadata carry what Arrow
 * has no place for.
 *
 * @throws GpuscopeError INTERNAL where columns are not equally long or an integer is none
 */
export function encodeFrame(table: Table, refId: string): Uint8Array {
  const rows = rowsOf(table);
  const nulls = new Map(table.columns.map((column) => [column, nullCount(column)]));
  const nullsOf = (column: Table['columns'][number]): number => nulls.get(column) ?? 0;
  return arrowFile({
    writeSchema: (builder) => writeSchema(builder, table, refId, (column) => nullsOf(column) > 0),
    rows,
    nodes: table.columns.map((column) => ({ rows, nulls: nullsOf(column) })),
    pieces: table.columns.flatMap((column) => columnPieces(column, nullsOf(column))),
  });
}
