import type { DataFrame, Field, Labels } from '@grafana/data';
import { FieldType } from '@grafana/data';

/** One series at one moment. */
export interface Row {
  /** Without those whose value is empty, as in Prometheus. */
  readonly labels: Labels;
  /** NaN where there is no figure. */
  readonly value: number;
}

const isText = ({ type }: Field): boolean => type === FieldType.string;
const isNumber = ({ type }: Field): boolean => type === FieldType.number;

export const numberOf = (value: unknown): number => (typeof value === 'number' ? value : NaN);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const withoutEmpty = (labels: Labels): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ''));

function labelsAt(frame: DataFrame, at: number): Labels {
  const texts = frame.fields
    .filter(isText)
    .map(({ name, values }): [string, string] => [name, textOf((values as unknown[])[at])]);
  return Object.fromEntries(texts);
}

/** A table has a row per series; a series has a row per moment, of which the last counts. */
function rowsOfFrame(frame: DataFrame): readonly Row[] {
  return frame.fields.filter(isNumber).flatMap((field) => {
    const values = field.values as unknown[];
    const isTable = frame.fields.some(isText);
    const moments = isTable ? [...values.keys()] : values.length > 0 ? [values.length - 1] : [];
    return moments.map((at) => ({
      labels: withoutEmpty({ ...field.labels, ...labelsAt(frame, at) }),
      value: numberOf(values[at]),
    }));
  });
}

/** What a query answered, a row per series, whether Grafana was asked for a table or for series. */
export const rowsOf = (series: readonly DataFrame[], refId: string): readonly Row[] =>
  series.filter((frame) => frame.refId === refId).flatMap(rowsOfFrame);
