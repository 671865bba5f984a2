import type { LineJson } from '@gpuscope/datasource/shared';
import { plainText } from '../../panels/lines/ansi.js';

export const FORMATS = ['txt', 'jsonl'] as const;

export type Format = (typeof FORMATS)[number];

/** Nanoseconds since the epoch, written by ISO 8601 in UTC; a time that no calendar has stays a number. */
export function timeText(timeNs: string): string {
  const ns = BigInt(timeNs);
  const ms = ns / 1_000_000n;
  const moment = new Date(Number(ms));
  if (ns < 0n || Number.isNaN(moment.getTime())) return timeNs;
  const rest = (ns % 1_000_000n).toString().padStart(6, '0');
  return moment.toISOString().replace('Z', `${rest}Z`);
}

const ORIGIN = ['cluster', 'namespace', 'pod', 'container', 'host', 'unit'];

/** Shippers keep a line's own end. */
const withoutEnd = (text: string): string => text.replace(/\r?\n$/u, '');

/** As `grep` reads it: time, level, where from, what it says. Lines of a stack trace stay lines. */
const asText = ({ timeNs, level, labels, line }: LineJson): string => {
  const from = ORIGIN.flatMap((name) => labels[name] ?? []).join('/');
  return [timeText(timeNs), (level ?? '-').toUpperCase(), from, withoutEnd(plainText(line))].join(
    ' ',
  );
};

/** All that is known of a line as one line of JSON. */
const asJson = ({ id, timeNs, level, labels, line, extra }: LineJson): string =>
  JSON.stringify({
    time: timeText(timeNs),
    ...(level === undefined ? {} : { level }),
    ...labels,
    line,
    ...(Object.keys(extra).length === 0 ? {} : { fields: extra }),
    id,
  });

/** A line as a file of this format holds it, its end of line included. */
export const formatLine = (line: LineJson, format: Format): string =>
  `${format === 'txt' ? asText(line) : asJson(line)}\n`;
