import { LOG_LEVELS } from '@gpuscope/aggregation/logs';
import type { LineJson } from '@gpuscope/datasource/shared';
import type { LogRow } from '../../panels/lines/row.js';

const NS_IN_MS = 1_000_000n;

/** A line as the resources tell it, as lists draw it. */
export function readLine({ id, timeNs, line, level, labels }: LineJson): LogRow {
  const ns = BigInt(timeNs);
  return {
    id,
    timeMs: Number(ns / NS_IN_MS),
    nanos: Number(ns % NS_IN_MS),
    line,
    level: LOG_LEVELS.find((one) => one === level) ?? 'unknown',
    labels,
    links: [],
  };
}
