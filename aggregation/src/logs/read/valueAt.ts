import type { JsonValue } from '../record.js';

type JsonObject = Readonly<Record<string, JsonValue>>;

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The value at a dotted path, whether the record nests objects, writes the dots into its keys, or both: a label's key
 * has dots of its own. A key that is the whole path comes first.
 */
export function valueAt(source: JsonObject, path: string): JsonValue | undefined {
  if (Object.hasOwn(source, path)) return source[path];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const key = path.slice(0, dot);
    const inner = Object.hasOwn(source, key) ? source[key] : undefined;
    if (!isObject(inner)) continue;
    const found = valueAt(inner, path.slice(dot + 1));
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
