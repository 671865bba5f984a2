import { flatten, isJsonObject, readJsonLine, saidBy } from '../jsonLine.js';
import type { JsonLine } from '../jsonLine.js';
import type { Layout } from '../layout.js';
import type { Hit, JsonValue } from '../record.js';
import type { ContainerLine } from './containerLine.js';
import { containerLine } from './containerLine.js';
import { textOf, valueAt } from './valueAt.js';

/** A record's line, and what it says if it is JSON. */
export interface ReadLine extends ContainerLine {
  readonly json?: JsonLine;
}

type JsonObject = Readonly<Record<string, JsonValue>>;

/** An object as the line that it would have been. */
function fromObject(object: JsonObject): ReadLine {
  const fields = new Map<string, JsonValue>();
  flatten(object, fields);
  return { line: JSON.stringify(object), json: saidBy(fields) };
}

function fromText(text: string): ReadLine {
  const found = containerLine(text);
  const json = readJsonLine(found.line);
  return json === undefined ? found : { ...found, json };
}

/** What a JSON line that was merged into the record left there. */
function mergedOf(source: JsonObject, layout: Layout): JsonObject | undefined {
  const kept = (layout.merged ?? []).filter((key) => Object.hasOwn(source, key));
  if (kept.length === 0) return undefined;
  return Object.fromEntries(kept.map((key) => [key, source[key] ?? null]));
}

const isLine = (value: JsonValue | undefined) => value !== undefined && value !== null;

function fromValue(value: JsonValue): ReadLine {
  if (isJsonObject(value)) return fromObject(value);
  return fromText(Array.isArray(value) ? JSON.stringify(value) : textOf(value));
}

/**
 * The line of a hit: its field; else, where a JSON line was merged into the record and dropped, that line put
 * together again; else the next field that may hold it. A structured body is its JSON.
 */
export function readLine({ source }: Hit, layout: Layout): ReadLine {
  const own = valueAt(source, layout.roles.message.path);
  const merged = mergedOf(source, layout);
  if (isLine(own) && own !== undefined) {
    const read = fromValue(own);
    return merged === undefined || read.json !== undefined
      ? read
      : { ...read, json: fromObject(merged).json ?? saidBy(new Map()) };
  }
  if (merged !== undefined) return fromObject(merged);
  const other = (layout.fallbacks?.message ?? [])
    .map((path) => valueAt(source, path))
    .find((value) => isLine(value));
  return other === undefined ? { line: '' } : fromValue(other);
}
