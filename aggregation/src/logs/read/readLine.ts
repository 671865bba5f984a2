import { flatten, isJsonObject, readJsonLine, saidBy } from '../jsonLine.js';
import type { JsonLine } from '../jsonLine.js';
import type { Layout } from '../layout.js';
import type { Hit, JsonValue } from '../record.js';
import type { ContainerLine } from './containerLine.js';
import { containerLine } from './containerLine.js';
import { textOf, valueAt } from './valueAt.js';

/** A record's line, and what it says if it is JSON, or was. */
export interface ReadLine extends ContainerLine {
  readonly json?: JsonLine;
  /** Whether the line itself is JSON. */
  readonly isJson: boolean;
}

type JsonObject = Readonly<Record<string, JsonValue>>;

function saidByObject(object: JsonObject): JsonLine {
  const fields = new Map<string, JsonValue>();
  flatten(object, fields);
  return saidBy(fields);
}

/** An object as the line that it would have been. */
const fromObject = (object: JsonObject): ReadLine => ({
  line: JSON.stringify(object),
  json: saidByObject(object),
  isJson: true,
});

function fromText(text: string): ReadLine {
  const found = containerLine(text);
  const json = readJsonLine(found.line);
  return json === undefined ? { ...found, isJson: false } : { ...found, json, isJson: true };
}

function fromValue(value: JsonValue): ReadLine {
  if (isJsonObject(value)) return fromObject(value);
  return fromText(Array.isArray(value) ? JSON.stringify(value) : textOf(value));
}

/** What a JSON line that was merged into the record left there. */
function mergedOf(source: JsonObject, { merged = [] }: Layout): JsonObject | undefined {
  const kept = merged.filter((key) => Object.hasOwn(source, key));
  if (kept.length === 0) return undefined;
  return Object.fromEntries(kept.map((key) => [key, source[key] ?? null]));
}

/** A merged line put together again; what is only words is shown as words. */
function fromMerged(merged: JsonObject, layout: Layout): ReadLine {
  const [name = '', other] = Object.keys(merged);
  const value = merged[name];
  const isWords = other === undefined && layout.fallbacks?.message?.includes(name) === true;
  return isWords && typeof value === 'string' ? fromText(value) : fromObject(merged);
}

/**
 * The line of a hit: its field; else, where a JSON line was merged into the record and dropped, that line put
 * together again; else the next field that may hold it. A structured body is its JSON.
 */
export function readLine(hit: Hit, layout: Layout): ReadLine {
  const read = readBody(hit, layout);
  const { heading } = layout;
  const said = heading === undefined ? '' : textOf(valueAt(hit.source, heading.path));
  return said === '' ? read : { ...read, line: `${said}: ${read.line}` };
}

function readBody({ source }: Hit, layout: Layout): ReadLine {
  const own = valueAt(source, layout.roles.message.path) ?? null;
  const merged = mergedOf(source, layout);
  if (own !== null) {
    const read = fromValue(own);
    return read.isJson || merged === undefined ? read : { ...read, json: saidByObject(merged) };
  }
  if (merged !== undefined) return fromMerged(merged, layout);
  for (const path of layout.fallbacks?.message ?? []) {
    const value = valueAt(source, path) ?? null;
    if (value !== null) return fromValue(value);
  }
  return { line: '', isJson: false };
}
