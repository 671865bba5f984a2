import { METRIC_NAME, QUOTE, inClass, type NameClass } from './chars.js';
import type { Cursor } from './cursor.js';
import { readQuoted } from './quoted.js';
import { show } from './show.js';

/** Where a name of the class that starts at `start` ends; `start` itself where none does. */
export function nameEnd(text: string, start: number, end: number, kind: NameClass): number {
  if (start >= end || !inClass(text.charCodeAt(start), kind.start)) return start;
  let at = start + 1;
  while (at < end && inClass(text.charCodeAt(at), kind.rest)) at++;
  return at;
}

/** Whether a name can stand without quotes. */
export function isPlainName(name: string, kind: NameClass): boolean {
  return name !== '' && nameEnd(name, 0, name.length, kind) === name.length;
}

const ALLOWED =
  'allowed are letters, digits, _ and : (no digit first), or any text in double quotes';

/** Reads a metric name without quotes. */
export function readMetricName(cursor: Cursor): string | undefined {
  const { text, pos, end } = cursor;
  const stop = nameEnd(text, pos, end, METRIC_NAME);
  if (stop === pos) {
    const shown = show(text.slice(pos, cursor.tokenEnd()));
    return cursor.fail('bad_name', `${shown} does not start a metric name; ${ALLOWED}`);
  }
  cursor.pos = stop;
  return text.slice(pos, stop);
}

/** Reads the metric name of a comment line, where quotes stand without braces. */
export function readFamilyName(cursor: Cursor): string | undefined {
  if (cursor.code() !== QUOTE) return readMetricName(cursor);
  const start = cursor.pos;
  const name = readQuoted(cursor, 'the metric name');
  return name === '' ? failEmptyName(cursor, start) : name;
}

function failEmptyName(cursor: Cursor, at: number): undefined {
  return cursor.fail(
    'bad_name',
    'the metric name "" is empty; at least one character is needed',
    at,
  );
}

/** For a character that can neither continue the name nor follow it. */
export function failAfterName(cursor: Cursor, name: string): undefined {
  const shown = show(String.fromCodePoint(cursor.text.codePointAt(cursor.pos) ?? 0));
  return cursor.fail(
    'bad_name',
    `${shown} cannot follow the metric name ${show(name)}; ${ALLOWED}`,
  );
}
