import { RecordBatchReader, Vector, type Field, type Schema } from 'apache-arrow';
import { kindOf, nanosecondsOf, type ColumnKind } from './columns.js';

/** Grafana's JSON of a data frame. */
export interface DataFrameJson {
  readonly schema: {
    readonly name?: string;
    readonly refId?: string;
    readonly meta?: unknown;
    readonly fields: readonly FieldJson[];
  };
  readonly data: {
    readonly values: readonly (readonly unknown[])[];
    /** The rows of the numbers that JSON can't say, a column each. */
    readonly entities?: readonly (Entities | null)[];
    /** What milliseconds leave of times, a column each. */
    readonly nanos?: readonly (readonly number[] | null)[];
  };
}

export interface FieldJson {
  readonly name?: string;
  readonly type: string;
  readonly typeInfo: { readonly frame: string; readonly nullable?: true };
  readonly labels?: unknown;
  readonly config?: unknown;
}

interface Entities {
  readonly NaN?: readonly number[];
  readonly Inf?: readonly number[];
  readonly NegInf?: readonly number[];
}

/**
 * A file in Arrow's format, as a plugin answers with, as the JSON that Grafana's server makes of it for browsers.
 *
 * @throws {Error} where it is no such file, or has a column that frames can't have
 */
export function frameJson(file: Uint8Array): DataFrameJson {
  const { schema, vectors } = read(file);
  const columns = schema.fields.map((field, at) => columnJson(field, vectors[at]));
  const { metadata } = schema;
  const entities = columns.map((column) => column.entities);
  const nanos = columns.map((column) => column.nanos);
  return {
    schema: {
      ...textOf('name', metadata),
      ...textOf('refId', metadata),
      ...jsonOf('meta', metadata),
      fields: columns.map(({ field }) => field),
    },
    data: {
      values: columns.map(({ values }) => values),
      ...(entities.some((found) => found !== null) && { entities }),
      ...(nanos.some((found) => found !== null) && { nanos }),
    },
  };
}

/** Arrow's own tables take columns of one name for one column; its batches don't. */
function read(file: Uint8Array): { readonly schema: Schema; readonly vectors: readonly Vector[] } {
  const reader = RecordBatchReader.from(file).open();
  // At its end the reader forgets it.
  const { schema } = reader;
  const batches = [...reader];
  const vectors = schema.fields.map(
    (_field, at) => new Vector(batches.flatMap(({ data }) => data.children[at] ?? [])),
  );
  return { schema, vectors };
}

type Metadata = ReadonlyMap<string, string>;

/** What Arrow has no place for stands as text in its metadata. */
const textOf = (key: string, metadata: Metadata): Readonly<Record<string, string>> => {
  const text = metadata.get(key) ?? '';
  return text === '' ? {} : { [key]: text };
};

const jsonOf = (key: string, metadata: Metadata): Readonly<Record<string, unknown>> => {
  const text = metadata.get(key);
  return text === undefined ? {} : { [key]: JSON.parse(text) as unknown };
};

interface ColumnJson {
  readonly field: FieldJson;
  readonly values: readonly unknown[];
  readonly entities: Entities | null;
  readonly nanos: readonly number[] | null;
}

function columnJson(field: Field, vector = new Vector([])): ColumnJson {
  const kind = kindOf(field);
  const about: FieldJson = {
    // An empty name may have been left out of the file.
    ...(field.name && { name: field.name }),
    type: kind.type,
    typeInfo: { frame: kind.frame, ...(field.nullable && { nullable: true }) },
    ...jsonOf('labels', field.metadata),
    ...jsonOf('config', field.metadata),
  };
  if (kind.type === 'time') return { field: about, entities: null, ...timesJson(vector) };
  const values = valuesOf(vector, kind);
  return { field: about, values: values.map(sayable), entities: entitiesOf(values), nanos: null };
}

const valuesOf = (vector: Vector, { json }: ColumnKind): readonly unknown[] =>
  Array.from({ length: vector.length }, (_, row) => {
    const value: unknown = vector.get(row);
    return value === null ? null : json(value);
  });

const MILLION = 1_000_000n;

const nanosLeft = (ns: bigint): bigint => ((ns % MILLION) + MILLION) % MILLION;

/** Milliseconds, rounded down also before 1970: what is left is never negative. */
function timesJson(vector: Vector): Pick<ColumnJson, 'values' | 'nanos'> {
  const times = nanosecondsOf(vector);
  const left = times.map((ns) => (ns === null ? 0 : Number(nanosLeft(ns))));
  return {
    values: times.map((ns) => (ns === null ? null : Number((ns - nanosLeft(ns)) / MILLION))),
    nanos: left.some((ns) => ns !== 0) ? left : null,
  };
}

const sayable = (value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? null : value;

function entitiesOf(values: readonly unknown[]): Entities | null {
  const rowsOf = (wanted: number): readonly number[] =>
    values.flatMap((value, row) => (Object.is(value, wanted) ? [row] : []));
  const found = { NaN: rowsOf(NaN), Inf: rowsOf(Infinity), NegInf: rowsOf(-Infinity) };
  const some = Object.entries(found).filter(([, rows]) => rows.length > 0);
  return some.length === 0 ? null : Object.fromEntries(some);
}
