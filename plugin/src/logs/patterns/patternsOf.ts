import type { LogRow, RowLevel } from '../../panels/lines/row.js';
import { plainText } from '../../panels/lines/ansi.js';
import { mask } from './mask.js';

/** Lines that say the same thing. */
export interface Pattern {
  readonly pattern: string;
  /** Of the most recent one. */
  readonly level: RowLevel;
  readonly count: number;
  /** Part of all lines looked at, 0 to 1. */
  readonly share: number;
  /** Whether no line before had it; absent where there was nothing to compare with. */
  readonly isNew?: boolean;
}

const patternOf = ({ line }: LogRow): string => mask(plainText(line));

/**
 * What lines say, the new first, then the most frequent.
 *
 * @param before lines of the time before; undefined: nothing is called new
 */
export function patternsOf(
  rows: readonly LogRow[],
  before?: readonly LogRow[],
): readonly Pattern[] {
  const known = before && new Set(before.map(patternOf));
  const found = new Map<string, { level: RowLevel; count: number }>();
  for (const row of rows) {
    const pattern = patternOf(row);
    const own = found.get(pattern);
    if (own === undefined) found.set(pattern, { level: row.level, count: 1 });
    else own.count += 1;
  }
  return [...found]
    .map(([pattern, { level, count }]) => ({
      pattern,
      level,
      count,
      share: count / rows.length,
      ...(known === undefined ? {} : { isNew: !known.has(pattern) }),
    }))
    .sort((a, b) => Number(b.isNew ?? false) - Number(a.isNew ?? false) || b.count - a.count);
}

/** The rows that have none of these patterns: a store finds words, and may leave a line of them. */
export function withoutPatterns(
  rows: readonly LogRow[],
  patterns: readonly string[],
): readonly LogRow[] {
  if (patterns.length === 0) return rows;
  const shutOut = new Set(patterns);
  return rows.filter((row) => !shutOut.has(patternOf(row)));
}
