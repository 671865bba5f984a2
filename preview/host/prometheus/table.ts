import {
  FieldType,
  sortDataFrame,
  TIME_SERIES_TIME_FIELD_NAME,
  TIME_SERIES_VALUE_FIELD_NAME,
  type DataFrame,
  type Field,
} from '@grafana/data';

const labelNames = (frames: readonly DataFrame[]): readonly string[] => [
  ...new Set(frames.flatMap(({ fields }) => Object.keys(fields[1]?.labels ?? {}).sort())),
];

const column = (name: string, type: FieldType, values: unknown[], config = {}): Field => ({
  name,
  type,
  config,
  values,
});

const rowsOf = (frame: DataFrame, value: (row: number) => unknown): unknown[] =>
  Array.from({ length: frame.fields[0]?.values.length ?? 0 }, (_, row) => value(row));

const isSorted = (values: readonly unknown[]): boolean =>
  values.every((value, at) => at === 0 || (values[at - 1] as number) <= (value as number));

/** The series of one query under each other: time, a column for each label, the value. */
function tableOf(refId: string, frames: readonly DataFrame[], valueName: string): DataFrame {
  const interval = frames.find(({ fields }) => fields[0])?.fields[0]?.config.interval;
  const cells = (pick: (frame: DataFrame, row: number) => unknown): unknown[] =>
    frames.flatMap((frame) => rowsOf(frame, (row) => pick(frame, row)));
  const times = cells(({ fields }, row) => fields[0]?.values[row] as unknown);
  const labels = labelNames(frames).map((name) =>
    column(
      name,
      FieldType.string,
      cells(({ fields }) => fields[1]?.labels?.[name] ?? ''),
      { filterable: true },
    ),
  );
  const values = cells(({ fields }, row) => fields[1]?.values[row] as unknown);
  const frame: DataFrame = {
    refId,
    meta: { ...frames[0]?.meta, preferredVisualisationType: 'rawPrometheus' },
    fields: [
      column(TIME_SERIES_TIME_FIELD_NAME, FieldType.time, times, interval ? { interval } : {}),
      ...labels,
      column(valueName, FieldType.number, values),
    ],
    length: times.length,
  };
  return isSorted(times) ? frame : sortDataFrame(frame, 0);
}

/**
 * A table for each query, as Grafana's own source gives them: the value's column is called `Value`,
 * or `Value #A` where there are several queries. A single answer without series stays as it is.
 */
export function tableFrames(frames: readonly DataFrame[]): DataFrame[] {
  if (frames.length === 1 && frames[0]?.length === 0) return [...frames];
  const refIds = [...new Set(frames.map(({ refId = '' }) => refId))];
  const nameOf = (refId: string): string =>
    refIds.length > 1 ? `${TIME_SERIES_VALUE_FIELD_NAME} #${refId}` : TIME_SERIES_VALUE_FIELD_NAME;
  return refIds.map((refId) =>
    tableOf(
      refId,
      frames.filter((frame) => (frame.refId ?? '') === refId),
      nameOf(refId),
    ),
  );
}
