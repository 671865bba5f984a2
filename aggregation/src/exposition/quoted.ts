import { BACKSLASH, QUOTE, isIllegible } from './chars.js';
import type { Cursor } from './cursor.js';
import { show } from './show.js';

const ESCAPES = new Map([
  ['\\', '\\'],
  ['n', '\n'],
  ['"', '"'],
]);

/** Resolves `\\`, `\n` and, unless `quotes` is false, `\"`; any other backslash stands for itself. */
export function unescape(text: string, quotes = true): string {
  let result = '';
  let from = 0;
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', from)) {
    const next = text.charAt(at + 1);
    const meant = next === '"' && !quotes ? undefined : ESCAPES.get(next);
    // An unknown escape is copied with its second character, which can be no backslash.
    result += text.slice(from, at) + (meant ?? `\\${next}`);
    from = at + 2;
  }
  return from === 0 ? text : result + text.slice(from);
}

/**
 * Reads a quoted string, the cursor on its opening quote; the cursor moves behind the closing one.
 * `what` (of `owner`) names the string in a problem.
 */
export function readQuoted(cursor: Cursor, what: string, owner?: string): string | undefined {
  const { text, end } = cursor;
  const open = cursor.pos;
  let escaped = false;
  let at = open + 1;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) break;
    if (code === BACKSLASH) {
      escaped = true;
      const next = text.charCodeAt(at + 1);
      if (next === QUOTE || next === BACKSLASH) at++;
    } else if ((code === 0 || code >= 0xd800) && isIllegible(text, at)) {
      return cursor.fail('binary', '', at);
    }
  }
  if (at >= end) {
    const whose = owner === undefined ? what : `${what} ${show(owner)}`;
    const shown = show(text.slice(open + 1, end));
    return cursor.fail('syntax', `${whose} has no closing quote on its line: ${shown}`, open);
  }
  cursor.pos = at + 1;
  const raw = text.slice(open + 1, at);
  return escaped ? unescape(raw) : raw;
}
