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
  const longer = new Map(news.map((row) => [row.id, row]));
  // Of one moment the line that came last stands first, as it will when the page is asked anew.
  const first = [...longer.values()].filter(({ id }) => !known.has(id));
  return newestFirst([...first, ...rows.map((row) => longer.get(row.id) ?? row)]).slice(0, most);
}

/** Whether none of the lines found is known already: between both there may be others. */
export function isApart(known: readonly LogRow[], found: readonly LogRow[]): boolean {
  const ids = new Set(known.map(({ id }) => id));
  return ids.size > 0 && found.length > 0 && !found.some(({ id }) => ids.has(id));
}
