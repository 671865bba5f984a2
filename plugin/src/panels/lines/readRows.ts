import type { DataFrame, Field } from '@grafana/data';
import { DataFrameType, FieldType } from '@grafana/data';
import { LOG_LEVELS } from '@gpuscope/aggregation/logs';
import type { LogRow, RowLevel } from './row.js';
import { linksOf } from './rowLinks.js';

const LEVELS: ReadonlySet<string> = new Set(LOG_LEVELS);

const isLevel = (text: unknown): text is RowLevel => typeof text === 'string' && LEVELS.has(text);

type Labels = Readonly<Record<string, string>>;

const NO_LABELS: Labels = {};

/** Labels as texts, whether they come as JSON's text or as an object. */
function labelsOf(value: unknown): Labels {
  if (typeof value === 'string') {
    try {
      return labelsOf(JSON.parse(value));
    } catch {
      return NO_LABELS;
    }
  }
  if (typeof value !== 'object' || value === null) return NO_LABELS;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      typeof part === 'string' ? part : JSON.stringify(part),
    ]),
  );
}

/** Milliseconds since the epoch, whether they come as a number or as ISO 8601; NaN for what is no time. */
function timeOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? Date.parse(value) : NaN;
}

interface Columns {
  readonly time: Field;
  readonly body: Field;
  readonly severity: Field | undefined;
  readonly id: Field | undefined;
  readonly labels: Field | undefined;
  readonly linked: readonly Field[];
}

const named = (frame: DataFrame, name: string): Field | undefined =>
  frame.fields.find((field) => field.name === name);

function columnsOf(frame: DataFrame): Columns | undefined {
  const time = named(frame, 'timestamp') ?? frame.fields.find((f) => f.type === FieldType.time);
  const body = named(frame, 'body') ?? frame.fields.find((f) => f.type === FieldType.string);
  if (time === undefined || body === undefined) return undefined;
  return {
    time,
    body,
    severity: named(frame, 'severity'),
    id: named(frame, 'id'),
    labels: named(frame, 'labels'),
    linked: frame.fields.filter(({ config }) => (config.links ?? []).length > 0),
  };
}

function rowAt(columns: Columns, at: number): LogRow {
  const { time, body, severity, id, labels, linked } = columns;
  const level: unknown = severity?.values[at];
  return {
    id: String(id?.values[at] ?? ''),
    timeMs: timeOf(time.values[at]),
    nanos: time.nanos?.[at] ?? 0,
    line: String(body.values[at] ?? ''),
    level: isLevel(level) ? level : 'unknown',
    labels: labelsOf(labels?.values[at]),
    links: linked.flatMap((field) => linksOf(field, at)),
  };
}

const isLines = ({ meta, fields }: DataFrame): boolean =>
  meta?.type === DataFrameType.LogLines || fields.some(({ name }) => name === 'body');

/** The lines of an answer, in its order; frames that hold no lines are passed over. */
export const readRows = (frames: readonly DataFrame[]): readonly LogRow[] =>
  frames.filter(isLines).flatMap((frame) => {
    const columns = columnsOf(frame);
    if (columns === undefined) return [];
    return Array.from({ length: frame.length }, (_, at) => rowAt(columns, at));
  });

/** What the words that were searched for look like, as regular expressions; the data source tells them. */
export const searchedWords = (frames: readonly DataFrame[]): readonly string[] =>
  frames.flatMap(({ meta }) => {
    const custom: { readonly searchWords?: unknown } = meta?.custom ?? {};
    return Array.isArray(custom.searchWords) ? custom.searchWords.map(String) : [];
  });

/** A line without a time is older than all others: compared as it is, it would break the order of these. */
const orderOf = ({ timeMs }: LogRow): number =>
  Number.isFinite(timeMs) ? timeMs : -Number.MAX_VALUE;

/** Newest first; lines of one moment keep their order, and those without a time come last. */
export const newestFirst = (rows: readonly LogRow[]): readonly LogRow[] =>
  rows.toSorted((a, b) => orderOf(b) - orderOf(a) || b.nanos - a.nanos);
