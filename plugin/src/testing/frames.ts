import { FieldType, type DataFrame, type Labels } from '@grafana/data';

/** One series with one value, as Prometheus' source gives it. */
export const series = (value: number | null, labels: Labels = {}): DataFrame => ({
  fields: [
    { name: 'Time', type: FieldType.time, config: {}, values: [0] },
    { name: 'Value', type: FieldType.number, config: {}, labels, values: [value] },
  ],
  length: 1,
});
