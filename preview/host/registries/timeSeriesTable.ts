import {
  FieldType,
  isTimeSeriesFrame,
  reduceField,
  type DataFrame,
  type DataTransformerInfo,
  type Field,
} from '@grafana/data';
import { map } from 'rxjs';

/** How a query's series become rows, by its refId. */
interface Options {
  readonly [refId: string]: { readonly stat?: string; readonly inlineStat?: boolean } | undefined;
}

/** The series' last number is what its row sorts by, unless the options name another. */
const DEFAULT_STAT = 'lastNotNull';

const labelsOf = ({ fields }: DataFrame): Readonly<Record<string, string>> =>
  fields.find(({ type }) => type === FieldType.number)?.labels ?? {};

function trendField(refId: string, frames: readonly DataFrame[], stat: string): Field {
  const values = frames.map((frame) => {
    const field = frame.fields.find(({ type }) => type === FieldType.number);
    const value: unknown = field && reduceField({ field, reducers: [stat] })[stat];
    return { ...frame, value: typeof value === 'number' ? value : null };
  });
  return { name: `Trend #${refId}`, type: FieldType.frame, config: {}, values };
}

function rowsOf(refId: string, frames: readonly DataFrame[], options: Options): DataFrame {
  const names = [...new Set(frames.flatMap((frame) => Object.keys(labelsOf(frame))))];
  const labels = names.map((name): Field => ({
    name,
    type: FieldType.string,
    config: {},
    values: frames.map((frame) => labelsOf(frame)[name] ?? ''),
  }));
  const trend = trendField(refId, frames, options[refId]?.stat ?? DEFAULT_STAT);
  return { refId, fields: [...labels, trend], length: frames.length };
}

/** Each query's series as rows: their labels, then the series itself for a line in a cell. */
export const timeSeriesTable: DataTransformerInfo<Options> = {
  id: 'timeSeriesTable',
  name: 'Time series to table',
  description: 'A row for each series',
  defaultOptions: {},
  operator: (options) => (source) =>
    source.pipe(
      map((frames) => {
        const series = frames.filter(isTimeSeriesFrame);
        const refIds = [...new Set(series.map(({ refId = '' }) => refId))];
        const tables = refIds.map((refId) =>
          rowsOf(
            refId,
            series.filter((frame) => (frame.refId ?? '') === refId),
            options,
          ),
        );
        return [...frames.filter((frame) => !isTimeSeriesFrame(frame)), ...tables];
      }),
    ),
};
