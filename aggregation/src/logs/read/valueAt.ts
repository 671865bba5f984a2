import type { JsonValue } from '../record.js';

type JsonObject = Readonly<Record<string, JsonValue>>;

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A path's ways down: the first key, and what is left of the path behind it. */
type Splits = readonly (readonly [key: string, rest: string])[];

function splitsOf(path: string): Splits {
  const splits: [string, string][] = [];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    splits.push([path.slice(0, dot), path.slice(dot + 1)]);
  }
  return splits;
}

/** A page of lines asks for the same few paths thousands of times. */
const known = new Map<string, Splits>();
const MOST_KNOWN = 5000;

function splitsFor(path: string): Splits {
  const found = known.get(path);
  if (found !== undefined) return found;
  const splits = splitsOf(path);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(path, splits);
  return splits;
}

/**
 * The value at a dotted path, whether the record nests objects, writes the dots into its keys, or both: a label's key
 * has dots of its own. A key that is the whole path comes first.
 */
export function valueAt(source: JsonObject, path: string): JsonValue | undefined {
  if (Object.hasOwn(source, path)) return source[path];
  for (const [key, rest] of splitsFor(path)) {
    const inner = Object.hasOwn(source, key) ? source[key] : undefined;
    if (!isObject(inner)) continue;
    const found = valueAt(inner, rest);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A value as text: the first of a list; empty for what is no text. */
export function textOf(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? textOf((value as readonly JsonValue[])[0]) : '';
}
