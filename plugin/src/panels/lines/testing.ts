import type { DataFrame, Field } from '@grafana/data';
import { DataFrameType, FieldType, createDataFrame } from '@grafana/data';
import type { LogRow } from './row.js';

/** A line with what a test cares about put in; invented. */
export const rowOf = (part: Partial<LogRow> = {}): LogRow => ({
  id: 'logs-1/a',
  timeMs: Date.UTC(2026, 10, 21, 8),
  nanos: 0,
  line: 'step 12 done',
  level: 'info',
  labels: { cluster: 'c1', namespace: 'team-cv', pod: 'train-0', container: 'main', app: 'train' },
  links: [],
  ...part,
});

/** Rows as the data source's frame has them. */
export function linesFrame(
  rows: readonly LogRow[],
  more: { readonly meta?: DataFrame['meta']; readonly fields?: readonly Field[] } = {},
): DataFrame {
  const frame = createDataFrame({
    refId: 'lines',
    meta: { type: DataFrameType.LogLines, ...more.meta },
    fields: [
      {
        name: 'timestamp',
        type: FieldType.time,
        values: rows.map(({ timeMs }) => timeMs),
        nanos: rows.map(({ nanos }) => nanos),
      },
      { name: 'body', type: FieldType.string, values: rows.map(({ line }) => line) },
      { name: 'severity', type: FieldType.string, values: rows.map(({ level }) => level) },
      { name: 'id', type: FieldType.string, values: rows.map(({ id }) => id) },
      { name: 'labels', type: FieldType.other, values: rows.map(({ labels }) => labels) },
    ],
  });
  return { ...frame, fields: [...frame.fields, ...(more.fields ?? [])] };
}
