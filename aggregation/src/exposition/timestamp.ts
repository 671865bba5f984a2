import type { Cursor } from './cursor.js';
import { readNumber } from './number.js';
import { show } from './show.js';

/** The time stamp at the cursor in milliseconds: 0.0.4 writes them so, OpenMetrics writes seconds. */
export function readTimestamp(cursor: Cursor, name: string): number | undefined {
  const { text, pos } = cursor;
  const stop = cursor.tokenEnd();
  const milliseconds = cursor.strict ? fromSeconds(text, pos, stop) : fromDigits(text, pos, stop);
  if (milliseconds === undefined) {
    const allowed = cursor.strict ? 'seconds as a decimal' : 'milliseconds as digits';
    const shown = show(text.slice(pos, stop));
    return cursor.fail(
      'bad_timestamp',
      `the time stamp ${shown} of ${show(name)} cannot be used; allowed are ${allowed}, up to 2^53 milliseconds`,
    );
  }
  cursor.pos = stop;
  return milliseconds;
}

function fromDigits(text: string, start: number, end: number): number | undefined {
  if (start === end) return undefined;
  let sum = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    sum = sum * 10 + digit;
  }
  return Number.isSafeInteger(sum) ? sum : undefined;
}

/**
 * To the nearest millisecond. Where it can, the shift by a thousand is done in the decimal: a product
 * of doubles would fall just short of the millisecond that was written.
 */
function fromSeconds(text: string, start: number, end: number): number | undefined {
  const seconds = readNumber(text, start, end);
  if (seconds === undefined) return undefined;
  const shifted = Number(`${text.slice(start, end)}e3`);
  const milliseconds = Math.round(Number.isNaN(shifted) ? seconds * 1000 : shifted);
  // Adding zero turns -0 into 0.
  return Number.isSafeInteger(milliseconds) ? milliseconds + 0 : undefined;
}
