import type { Said } from './truth.js';

/** Lines that are hard to carry, on request. */
export interface SpecialLines {
  /** This many lines of one container in one millisecond, in the middle of the range. */
  readonly burst?: number;
  /** One line of this many characters. */
  readonly longLine?: number;
  /** One line that held bytes which are no UTF-8: they stand as U+FFFD, as every shipper writes them. */
  readonly invalidUtf8?: boolean;
}

export function specialSays({
  burst = 0,
  longLine = 0,
  invalidUtf8 = false,
}: SpecialLines): Said[] {
  const bursts = Array.from({ length: burst }, (_, at): Said => ({
    level: 'info',
    line: `INFO burst line ${String(at + 1)} of ${String(burst)}`,
  }));
  const long: Said[] = longLine === 0 ? [] : [{ level: 'info', line: longText(longLine) }];
  const invalid: Said[] = invalidUtf8
    ? [{ level: 'warning', line: 'WARN name is \uFFFD\uFFFDp\uFFFD, sent as latin-1' }]
    : [];
  return [...bursts, ...long, ...invalid];
}

function longText(length: number): string {
  const head = 'INFO one long line begins; ';
  const end = ' LONG_LINE_END';
  const middle = 'tensor 0.125 0.250 显存 ';
  const room = Math.max(0, length - head.length - end.length);
  return head + middle.repeat(Math.ceil(room / middle.length)).slice(0, room) + end;
}
