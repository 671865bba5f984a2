import type { ClusterSource } from '../clusterSource.js';
import type { Layout, Role } from '../layout.js';
import type { LogLevel } from '../level.js';
import { levelOfValue } from '../levels/fieldLevel.js';
import { levelOfLine } from '../levels/lineLevel.js';
import type { Hit, JsonValue, LogRecord } from '../record.js';
import { finerTime, readTime } from '../time.js';
import { clusterOf } from './clusterOf.js';
import { cutLine } from './cutLine.js';
import type { ReadLine } from './readLine.js';
import { readLine } from './readLine.js';
import type { ReadingPlan } from './readingPlan.js';
import { planOf } from './readingPlan.js';
import { columnPath } from './sourcePaths.js';
import { textOf, valueAt } from './valueAt.js';

export interface ReadOptions {
  /** Further fields, by name: a role, `label.<key>`, `annotation.<key>`, or the field's own. */
  readonly columns: readonly string[];
  /** Longer lines are cut. */
  readonly maxLineChars: number;
}

/** A role's text: of the first of its fields that is not empty. */
function firstText(source: Hit['source'], paths: readonly string[]): string {
  for (const path of paths) {
    const text = textOf(valueAt(source, path));
    if (text !== '') return text;
  }
  return '';
}

function fieldLevel({ source }: Hit, { levels }: ReadingPlan): LogLevel | undefined {
  for (const { path, scale } of levels) {
    const level = levelOfValue(valueAt(source, path), scale);
    if (level !== undefined) return level;
  }
  return undefined;
}

type Leveled = Pick<LogRecord, 'level' | 'levelFrom'>;

const UNKNOWN: Leveled = {};

function levelOf(hit: Hit, plan: ReadingPlan, { line, json, isJson }: ReadLine): Leveled {
  const field = fieldLevel(hit, plan);
  if (field !== undefined) return { level: field, levelFrom: 'field' };
  const level = json?.level ?? (isJson ? undefined : levelOfLine(line));
  return level === undefined ? UNKNOWN : { level, levelFrom: 'line' };
}

/** The record's time; where it can't be read, what the store sorted by, or what the container runtime wrote. */
function trustedTime({ source, sort }: Hit, { paths }: ReadingPlan, line: ReadLine): bigint {
  for (const path of paths.time) {
    const time = readTime(valueAt(source, path));
    if (time !== undefined) return time;
  }
  return readTime(sort[0]) ?? line.timeNs ?? 0n;
}

function timeOf(hit: Hit, plan: ReadingPlan, line: ReadLine): bigint {
  const trusted = trustedTime(hit, plan, line);
  const { fineTime } = plan;
  if (fineTime !== undefined) return finerTime(trusted, valueAt(hit.source, fineTime));
  const written = line.timeNs;
  return written !== undefined && written / 1_000_000n === trusted / 1_000_000n ? written : trusted;
}

const NOTHING: ReadonlyMap<string, JsonValue> = new Map();

function extraOf(
  hit: Hit,
  layout: Layout,
  columns: readonly string[],
  { json }: ReadLine,
): ReadonlyMap<string, JsonValue> {
  if (columns.length === 0) return json?.fields ?? NOTHING;
  const extra = new Map(json?.fields);
  for (const name of columns) {
    const path = columnPath(layout, name);
    const value = path === undefined ? undefined : valueAt(hit.source, path);
    if (value !== undefined) extra.set(name, value);
  }
  return extra;
}

function offsetOf({ source }: Hit, { paths }: ReadingPlan): Pick<LogRecord, 'offset'> {
  if (paths.offset.length === 0) return {};
  const text = firstText(source, paths.offset);
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
  const plan = planOf(layout);
  const read = readLine(hit, layout);
  const text = (role: Role) => firstText(hit.source, plan.paths[role]);
  const [pod, node, host] = [text('pod'), text('node'), text('host')];
  const { json } = read;
  return {
    id: `${hit.index}/${hit.id}`,
    shape: layout.shape,
    timeNs: timeOf(hit, plan, read),
    ...cutLine(read.line, maxLineChars),
    ...levelOf(hit, plan, read),
    ...(json?.message === undefined ? {} : { message: json.message }),
    ...offsetOf(hit, plan),
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
