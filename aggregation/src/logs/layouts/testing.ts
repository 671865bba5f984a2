import type { FieldCaps, FieldType } from '../fieldCaps.js';
import type { JsonValue } from '../record.js';

/** Field types of one index by path, as a mapping would have them. */
export type Mapping = Readonly<Record<string, string>>;

type JsonObject = Readonly<Record<string, JsonValue>>;

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ISO = /^\d{4}-\d\d-\d\dT/u;

function typeOf(value: JsonValue): string | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? 'long' : 'float';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return ISO.test(value) ? 'date' : 'text';
  return undefined;
}

/** What a store's default mapping makes of a value: texts get a `.keyword`; dots in keys are objects. */
function addTypes(prefix: string, value: JsonValue, into: Map<string, string>): void {
  if (isObject(value)) {
    if (prefix !== '') into.set(prefix, 'object');
    for (const [key, one] of Object.entries(value)) {
      const steps = key.split('.');
      steps.slice(1).forEach((_, at) => {
        into.set([prefix, ...steps.slice(0, at + 1)].filter(Boolean).join('.'), 'object');
      });
      addTypes([prefix, key].filter(Boolean).join('.'), one, into);
    }
    return;
  }
  const type = typeOf(value);
  if (type === undefined || into.has(prefix)) return;
  into.set(prefix, type);
  if (type === 'text') into.set(`${prefix}.keyword`, 'keyword');
}

/** The default mapping after these records, the first of which decides a field's type. */
export function dynamicMapping(sources: readonly JsonObject[]): Mapping {
  const types = new Map<string, string>();
  for (const source of sources) addTypes('', source, types);
  return Object.fromEntries(types);
}

const IS_PARENT = new Set(['object', 'nested']);

/** Field capabilities of indices with these mappings, as stores answer them with `include_unmapped`. */
export function capsOf(mappings: Readonly<Record<string, Mapping>>): FieldCaps {
  const indices = Object.keys(mappings);
  const names = new Set(Object.values(mappings).flatMap((mapping) => Object.keys(mapping)));
  const fields = new Map<string, readonly FieldType[]>();
  for (const name of names) {
    const byType = new Map<string, string[]>();
    for (const [index, mapping] of Object.entries(mappings)) {
      const type = mapping[name] ?? 'unmapped';
      byType.set(type, [...(byType.get(type) ?? []), index]);
    }
    const types = [...byType].map(([type, where]): FieldType => {
      const isLeaf = !IS_PARENT.has(type) && type !== 'unmapped';
      const aggregatable = isLeaf && type !== 'text' && type !== 'match_only_text';
      const detail = { type, searchable: isLeaf, aggregatable };
      return byType.size === 1 ? detail : { ...detail, indices: where };
    });
    fields.set(name, types);
  }
  return { indices, fields };
}
