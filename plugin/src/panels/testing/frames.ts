import type { DataFrame, Labels } from '@grafana/data';
import { FieldType, toDataFrame } from '@grafana/data';

type Sample = readonly [labels: Labels, value: number | null];

/** As Grafana's Prometheus answers an instant query that is to be a table: a column per label, one for the value. */
export function tableFrame(refId: string, samples: readonly Sample[]): DataFrame {
  const names = [...new Set(samples.flatMap(([labels]) => Object.keys(labels)))];
  return toDataFrame({
    refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: samples.map(() => 0) },
      ...names.map((name) => ({
        name,
        type: FieldType.string,
        values: samples.map(([labels]) => labels[name] ?? ''),
      })),
      {
        name: `Value #${refId}`,
        type: FieldType.number,
        values: samples.map(([, value]) => value),
      },
    ],
  });
}

/** As it answers a query over time: a frame per series, its labels at the field of values. */
export const seriesFrame = (
  refId: string,
  labels: Labels,
  points: readonly (readonly [timeMs: number, value: number | null])[],
): DataFrame =>
  toDataFrame({
    refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: points.map(([time]) => time) },
      { name: 'Value', type: FieldType.number, labels, values: points.map(([, value]) => value) },
    ],
  });
