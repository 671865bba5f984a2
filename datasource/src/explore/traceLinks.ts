import type { DataFrame, DataLink, Field } from '@grafana/data';
import { DataFrameType, FieldType } from '@grafana/data';
import type { LogsSettings } from '../types.js';

type TraceLinks = NonNullable<LogsSettings['traceLinks']>;

/** The tracing data sources by uid; undefined for one that is gone. */
export type SourceOf = (
  uid: string,
) => { readonly type: string; readonly name: string } | undefined;

const DEFAULT_FIELD = 'labels';

/** Tempo asks for the kind of question; Jaeger and Zipkin take the id alone. */
function linkQuery(type: string): Readonly<Record<string, string>> {
  const query = '${__value.raw}';
  return type === 'tempo' ? { query, queryType: 'traceql' } : { query };
}

function linkOf(
  { datasourceUid, title }: TraceLinks[number],
  source: { readonly type: string; readonly name: string },
): DataLink {
  return {
    title: title === undefined || title === '' ? source.name : title,
    url: '',
    internal: {
      datasourceUid,
      datasourceName: source.name,
      query: linkQuery(source.type),
    },
  };
}

const withLink = (field: Field, link: DataLink): Field => ({
  ...field,
  config: { ...field.config, links: [...(field.config.links ?? []), link] },
});

const textOf = (labels: unknown, name: string): string | null => {
  if (typeof labels !== 'object' || labels === null) return null;
  const value = (labels as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** A column of its own for one label: Grafana shows links only on columns. */
function columnOf(frame: DataFrame, name: string): Field | undefined {
  const labels = frame.fields.find((field) => field.name === DEFAULT_FIELD);
  if (labels === undefined) return undefined;
  const values = labels.values.map((one: unknown) => textOf(one, name));
  if (values.every((value) => value === null)) return undefined;
  return { name, type: FieldType.string, config: {}, values };
}

function linkFrame(frame: DataFrame, links: TraceLinks, sourceOf: SourceOf): DataFrame {
  let fields = frame.fields;
  for (const wanted of links) {
    const source = sourceOf(wanted.datasourceUid);
    if (source === undefined) continue;
    const link = linkOf(wanted, source);
    if (fields.some((field) => field.name === wanted.field)) {
      fields = fields.map((field) => (field.name === wanted.field ? withLink(field, link) : field));
    } else {
      const column = columnOf(frame, wanted.field);
      if (column !== undefined) fields = [...fields, withLink(column, link)];
    }
  }
  return fields === frame.fields ? frame : { ...frame, fields };
}

/**
 * Leads from a field of a line to its trace. Grafana shows links on a log frame's own columns in a line's details, so
 * a field that only stands among the labels gets a column.
 */
export const addTraceLinks = (
  frames: readonly DataFrame[],
  links: TraceLinks,
  sourceOf: SourceOf,
): DataFrame[] =>
  frames.map((frame) =>
    frame.meta?.type === DataFrameType.LogLines ? linkFrame(frame, links, sourceOf) : frame,
  );
