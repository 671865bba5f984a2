import type { Row } from './rows.js';
import { tableText } from './table.js';

/** What the terminal shows below its titles. */
export interface Showing {
  readonly title: string;
  readonly rows: readonly Row[];
  /** How many lines of the table there is room for. */
  readonly room: number;
  readonly footer: readonly string[];
}

/** Lines of the table that use most come first where there is no room for all of them. */
export function showingText({ title, rows, room, footer }: Showing): string {
  const left = rows.length - room;
  const shown = left > 0 ? mostUsed(rows, room) : rows;
  const more = left > 0 ? [`… and ${left} more, which use less`] : [];
  return [title, '', tableText(shown), ...more, '', ...footer].join('\n');
}

/** In the order of the table. */
function mostUsed(rows: readonly Row[], count: number): readonly Row[] {
  const kept = new Set(rows.toSorted((a, b) => (b.used ?? 0) - (a.used ?? 0)).slice(0, count));
  return rows.filter((row) => kept.has(row));
}
