import { CARRIAGE_RETURN, isBlank } from './chars.js';
import type { Cursor } from './cursor.js';

export interface LineEnd {
  /** Whether a carriage return stood before the line feed. */
  readonly carriageReturn: boolean;
  /** False for a last line without its line feed. */
  readonly complete: boolean;
}

const WHOLE: LineEnd = { carriageReturn: false, complete: true };
const WITH_RETURN: LineEnd = { carriageReturn: true, complete: true };
const CUT: LineEnd = { carriageReturn: false, complete: false };

/** Puts the cursor on the line that starts at `start`. */
export function toLine(cursor: Cursor, start: number): LineEnd {
  cursor.pos = start;
  cursor.lineStart = start;
  cursor.line++;
  cursor.fault = undefined;
  const feed = cursor.text.indexOf('\n', start);
  cursor.end = feed < 0 ? cursor.text.length : feed;
  if (feed < 0) return CUT;
  if (feed === start || cursor.text.charCodeAt(feed - 1) !== CARRIAGE_RETURN) return WHOLE;
  cursor.end--;
  return WITH_RETURN;
}

/** Whether nothing but blanks stands between the cursor and the line's end. */
export function isRestBlank(cursor: Cursor): boolean {
  for (let at = cursor.pos; at < cursor.end; at++) {
    if (!isBlank(cursor.text.charCodeAt(at))) return false;
  }
  return true;
}
