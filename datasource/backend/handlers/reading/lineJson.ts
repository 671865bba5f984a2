import type { LogRecord } from '@gpuscope/aggregation/logs';
import { recordLabels } from '@gpuscope/aggregation/logs';
import type { LineJson } from '@gpuscope/datasource/shared';

/** A record as resource calls answer it. */
export function lineJson(record: LogRecord): LineJson {
  const { id, timeNs, line, cut, level, extra } = record;
  return {
    id,
    timeNs: String(timeNs),
    line,
    ...(cut > 0 && { cut }),
    ...(level !== undefined && { level }),
    labels: recordLabels(record),
    extra: Object.fromEntries(extra),
  };
}
