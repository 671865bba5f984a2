import { withoutAnsi } from '../ansi.js';
import type { LogLevel } from '../level.js';
import { levelInHeader } from './header.js';
import { levelOfPairs } from './keyValue.js';
import { levelOfNumber } from './scale.js';

/** A level stands near the beginning; the rest of a line of megabytes is not looked at. */
const HEAD_CHARS = 500;

/** `<3>`: the kernel's and syslog's priority; its last three bits are the severity. */
const PRIORITY = /^<(\d{1,3})>/u;

/** How programs die: what they print then begins with it. */
const DEATHS: readonly (readonly [RegExp, LogLevel])[] = [
  [/^panic: /u, 'critical'],
  [/^fatal error: /u, 'critical'],
  [/^Segmentation fault/u, 'critical'],
  [/^Exception in thread "/u, 'error'],
  [/^Uncaught (?:\w+Error|Exception)\b/u, 'error'],
  [/^[A-Z]\w*(?:Error|Exception): /u, 'error'],
];

/**
 * The level that a line says it has, in the formats that are common; undefined where it says none. Words in the middle
 * of a sentence don't count, nor do colours.
 */
export function levelOfLine(line: string): LogLevel | undefined {
  const text = withoutAnsi(line.slice(0, HEAD_CHARS)).trimStart();
  const priority = PRIORITY.exec(text)?.[1];
  if (priority !== undefined) return levelOfNumber(Number(priority) % 8, 'syslog');
  return (
    levelOfPairs(text) ?? levelInHeader(text) ?? DEATHS.find(([pattern]) => pattern.test(text))?.[1]
  );
}
