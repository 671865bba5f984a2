import type { ClusterSource } from '../clusterSource.js';
import type { Layout, Role } from '../layout.js';
import type { LogLevel } from '../level.js';
import { levelOfValue, scaleOf } from '../levels/fieldLevel.js';
import { levelOfLine } from '../levels/lineLevel.js';
import type { Hit, JsonValue, LogRecord } from '../record.js';
import { shapeNamed } from '../shapes/index.js';
import { finerTime, readTime } from '../time.js';
import { clusterOf } from './clusterOf.js';
import { cutLine } from './cutLine.js';
import type { ReadLine } from './readLine.js';
import { readLine } from './readLine.js';
import { columnPath } from './sourcePaths.js';
import { textOf, valueAt } from './valueAt.js';

export interface ReadOptions {
  /** Further fields, by name: a role, `label.<key>`, `annotation.<key>`, or the field's own. */
  readonly columns: readonly string[];
  /** Longer lines are cut. */
  readonly maxLineChars: number;
}

const pathsOf = (layout: Layout, role: Role): readonly string[] => {
  const path = layout.roles[role]?.path;
  return [...(path === undefined ? [] : [path]), ...(layout.fallbacks?.[role] ?? [])];
};

/** A role's text: of the first of its fields that is not empty. */
function roleText({ source }: Hit, layout: Layout, role: Role): string {
  for (const path of pathsOf(layout, role)) {
    const text = textOf(valueAt(source, path));
    if (text !== '') return text;
  }
  return '';
}

function fieldLevel({ source }: Hit, layout: Layout): LogLevel | undefined {
  for (const path of pathsOf(layout, 'level')) {
    const level = levelOfValue(valueAt(source, path), scaleOf(layout, path));
    if (level !== undefined) return level;
  }
  return undefined;
}

function levelOf(hit: Hit, layout: Layout, { line, json, isJson }: ReadLine) {
  const field = fieldLevel(hit, layout);
  if (field !== undefined) return { level: field, levelFrom: 'field' as const };
  const level = json?.level ?? (isJson ? undefined : levelOfLine(line));
  return level === undefined ? {} : { level, levelFrom: 'line' as const };
}

/** A sort value that is a time: what is left where the record's own time can't be read. */
const sortTime = ({ sort }: Hit) => readTime(sort[0]);

function timeOf(hit: Hit, layout: Layout, line: ReadLine): bigint {
  const paths = pathsOf(layout, 'time');
  const own = paths.map((path) => readTime(valueAt(hit.source, path)));
  const trusted = own.find((time) => time !== undefined) ?? sortTime(hit) ?? line.timeNs ?? 0n;
  const { fineTime } = shapeNamed(layout.shape);
  const fine = fineTime === undefined ? undefined : valueAt(hit.source, fineTime);
  const read = finerTime(trusted, fine);
  const written = line.timeNs;
  return written !== undefined && written / 1_000_000n === read / 1_000_000n ? written : read;
}

function extraOf(
  hit: Hit,
  layout: Layout,
  columns: readonly string[],
  { json }: ReadLine,
): ReadonlyMap<string, JsonValue> {
  const extra = new Map(json?.fields);
  for (const name of columns) {
    const path = columnPath(layout, name);
    const value = path === undefined ? undefined : valueAt(hit.source, path);
    if (value !== undefined) extra.set(name, value);
  }
  return extra;
}

function offsetOf(hit: Hit, layout: Layout): { readonly offset?: number } {
  const text = roleText(hit, layout, 'offset');
  const offset = Number(text);
  return text !== '' && Number.isSafeInteger(offset) ? { offset } : {};
}

/**
 * A hit as a log record. What can't be read is empty: a hit is never refused.
 */
export function readRecord(
  hit: Hit,
  layout: Layout,
  cluster: ClusterSource,
  { columns, maxLineChars }: ReadOptions,
): LogRecord {
  const read = readLine(hit, layout);
  const text = (role: Role) => roleText(hit, layout, role);
  const [pod, node, host] = [text('pod'), text('node'), text('host')];
  const { json } = read;
  return {
    id: `${hit.index}/${hit.id}`,
    shape: layout.shape,
    timeNs: timeOf(hit, layout, read),
    ...cutLine(read.line, maxLineChars),
    ...levelOf(hit, layout, read),
    ...(json?.message === undefined ? {} : { message: json.message }),
    ...offsetOf(hit, layout),
    cluster: clusterOf(hit, cluster),
    namespace: text('namespace'),
    pod,
    container: text('container'),
    host: pod === '' ? host || node : node || host,
    unit: pod === '' ? text('unit') : '',
    stream: text('stream') || (read.stream ?? ''),
    traceId: text('traceId') || (json?.traceId ?? ''),
    spanId: text('spanId') || (json?.spanId ?? ''),
    app: text('app'),
    user: text('user'),
    extra: extraOf(hit, layout, columns, read),
  };
}
