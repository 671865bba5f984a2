import { LETTER } from './letters.js';

/** What stands for a part that changes from line to line. */
export const GAP = '<…>';

/** Longer lines differ by more than a pattern could say. */
const MOST_CHARS = 500;

const MASKS: readonly RegExp[] = [
  // Dates and times, in the common spellings.
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?/gu,
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu,
  /\b(?:0x[0-9a-f]+|(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{6,})\b/giu,
  new RegExp(`(?<![${LETTER}_])[+-]?\\d(?:[\\d.,:/-]*\\d)?(?:[eE][+-]?\\d+)?`, 'gu'),
];

/** What a pattern is made of: the first line that says something, without half a word at its end. */
function headOf(line: string): string {
  const [first = ''] = line.trimStart().slice(0, MOST_CHARS).split('\n');
  return first.length < MOST_CHARS ? first : first.replace(/\s+\S*$/u, '');
}

/** A line with its numbers, ids and times masked: lines that say the same thing become equal. */
export function mask(line: string): string {
  const masked = MASKS.reduce((text, pattern) => text.replace(pattern, GAP), headOf(line));
  return masked.replace(/\s+/gu, ' ').trim();
}
