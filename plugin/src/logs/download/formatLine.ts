import { withoutAnsi } from '@gpuscope/aggregation/logs';
import type { LineJson } from '@gpuscope/datasource/shared';

export const FORMATS = ['txt', 'jsonl'] as const;

export type Format = (typeof FORMATS)[number];

/** Nanoseconds since the epoch, written by ISO 8601 in UTC. */
export function timeText(timeNs: string): string {
  const ns = BigInt(timeNs);
  const ms = ns / 1_000_000n;
  const rest = (ns % 1_000_000n).toString().padStart(6, '0');
  return new Date(Number(ms)).toISOString().replace('Z', `${rest}Z`);
}

const ORIGIN = ['cluster', 'namespace', 'pod', 'container', 'host', 'unit'];

/** As `grep` reads it: time, level, where from, what it says. Lines of a stack trace stay lines. */
const asText = ({ timeNs, level, labels, line }: LineJson): string => {
  const from = ORIGIN.flatMap((name) => labels[name] ?? []).join('/');
  return [timeText(timeNs), (level ?? '-').toUpperCase(), from, withoutAnsi(line)].join(' ');
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
