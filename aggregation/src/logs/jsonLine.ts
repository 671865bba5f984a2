import type { LogLevel } from './level.js';
import { levelOfValue } from './levels/fieldLevel.js';
import type { JsonValue } from './record.js';

/** What a line that is one JSON object says. */
export interface JsonLine {
  /** Its keys, nested ones joined by dots. */
  readonly fields: ReadonlyMap<string, JsonValue>;
  readonly level?: LogLevel;
  readonly message?: string;
  readonly traceId?: string;
  readonly spanId?: string;
}

/** A line longer than this is shown, not parsed. */
const MOST_CHARS = 256 * 1024;
const MOST_FIELDS = 100;
const MOST_DEPTH = 4;
const MOST_VALUE_CHARS = 2000;

/** Texts (kept as they are) and whole numbers of so many digits that a double may not hold them. */
const TEXT_OR_LONG = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/gu;

type JsonObject = Readonly<Record<string, JsonValue>>;

export const isJsonObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text that is JSON once more, with whole numbers that a double can't hold as texts: no digit of an id is lost. */
const keepDigits = (json: string) =>
  json.replace(TEXT_OR_LONG, (part) =>
    part.startsWith('"') || Number.isSafeInteger(Number(part)) ? part : `"${part}"`,
  );

/** Deeper JSON is no log line; to write it again would take more stack than there is. */
const MOST_NESTING = 200;

/** Whether JSON goes deeper than that, brackets inside texts aside. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at += 1) {
    const unit = json[at];
    if (inText) {
      if (unit === '\\') at += 1;
      else if (unit === '"') inText = false;
    } else if (unit === '"') inText = true;
    else if (unit === '{' || unit === '[') depth += 1;
    else if (unit === '}' || unit === ']') depth -= 1;
    if (depth > MOST_NESTING) return true;
  }
  return false;
}

function parse(line: string): JsonObject | undefined {
  const text = line.trim();
  if (text.length > MOST_CHARS || !text.startsWith('{') || !text.endsWith('}')) return undefined;
  if (isTooDeep(text)) return undefined;
  try {
    const value = JSON.parse(text) as JsonValue;
    if (!isJsonObject(value)) return undefined;
    return /\d{16}/u.test(text) ? (JSON.parse(keepDigits(text)) as JsonObject) : value;
  } catch {
    return undefined;
  }
}

/** A text cut to what a field may hold, by whole code points. */
function shortened(text: string): string {
  if (text.length <= MOST_VALUE_CHARS) return text;
  const end =
    MOST_VALUE_CHARS - (/[\uD800-\uDBFF]/u.test(text.charAt(MOST_VALUE_CHARS - 1)) ? 1 : 0);
  return `${text.slice(0, end)}…`;
}

function bounded(value: JsonValue): JsonValue {
  if (typeof value === 'string') return shortened(value);
  if (typeof value !== 'object' || value === null) return value;
  const text = JSON.stringify(value);
  return text.length <= MOST_VALUE_CHARS ? value : shortened(text);
}

/** Adds an object's values under their dotted names, as long as there is room. */
export function flatten(
  object: JsonObject,
  into: Map<string, JsonValue>,
  prefix = '',
  depth = 1,
): void {
  for (const [key, value] of Object.entries(object)) {
    if (into.size >= MOST_FIELDS) return;
    const name = prefix + key;
    const isOpen = isJsonObject(value) && depth < MOST_DEPTH && Object.keys(value).length > 0;
    if (isOpen) flatten(value, into, `${name}.`, depth + 1);
    else into.set(name, bounded(value));
  }
}

const LEVEL_KEYS = [
  'level',
  'severity',
  'lvl',
  'loglevel',
  'logLevel',
  'log_level',
  'levelname',
  'log.level',
  'severityText',
  'severity_text',
  '@l',
  's',
];
const MESSAGE_KEYS = ['message', 'msg', '@m', '@mt', 'text', 'event', 'log', '消息'];
const TRACE_KEYS = ['trace_id', 'traceId', 'traceID', 'trace.id', 'TraceId', 'otelTraceID'];
const SPAN_KEYS = ['span_id', 'spanId', 'spanID', 'span.id', 'SpanId', 'otelSpanID'];

/** The first of these keys whose value can be read. */
function first<Value>(
  fields: ReadonlyMap<string, JsonValue>,
  keys: readonly string[],
  read: (value: JsonValue | undefined) => Value | undefined,
): Value | undefined {
  for (const key of keys) {
    const value = read(fields.get(key));
    if (value !== undefined) return value;
  }
  return undefined;
}

const aText = (value: JsonValue | undefined) =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The level, words and trace of a program's JSON. Numbers for levels are bunyan's and pino's. */
export function saidBy(fields: ReadonlyMap<string, JsonValue>): JsonLine {
  const level = first(fields, LEVEL_KEYS, (value) => levelOfValue(value, 'bunyan'));
  const message = first(fields, MESSAGE_KEYS, aText);
  const traceId = first(fields, TRACE_KEYS, aText);
  const spanId = first(fields, SPAN_KEYS, aText);
  return {
    fields,
    ...(level === undefined ? {} : { level }),
    ...(message === undefined ? {} : { message }),
    ...(traceId === undefined ? {} : { traceId }),
    ...(spanId === undefined ? {} : { spanId }),
  };
}

/** A line that is one JSON object; undefined for any other. At most 100 fields, four deep, of 2000 characters. */
export function readJsonLine(line: string): JsonLine | undefined {
  const object = parse(line);
  if (object === undefined) return undefined;
  const fields = new Map<string, JsonValue>();
  flatten(object, fields);
  return saidBy(fields);
}
