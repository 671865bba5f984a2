import { newestFirst } from '../../panels/lines/readRows.js';
import type { LogRow } from '../../panels/lines/row.js';
import { MOST_LINES } from '../state/readState.js';

/** Whether a line says more than when it was last seen: a stack trace may have been cut in the middle. */
const saysMore = (row: LogRow, before: LogRow | undefined): boolean =>
  before === undefined || row.line.length > before.line.length;

/** Lines with those that came since, newest first, each once; the oldest leave when there are too many. */
export function merged(
  rows: readonly LogRow[],
  fresh: readonly LogRow[],
  most = MOST_LINES,
): readonly LogRow[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  const news = fresh.filter((row) => saysMore(row, known.get(row.id)));
  if (news.length === 0) return rows;
  for (const row of news) known.set(row.id, row);
  return newestFirst([...known.values()]).slice(0, most);
}
