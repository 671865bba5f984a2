import type { FieldCaps, FieldType, JsonValue } from '@gpuscope/aggregation/logs';
import { isObject, objectAt, textAt } from '../json.js';

type Mapped = Omit<FieldType, 'indices'>;

/**
 * Field capabilities from an answer to `_mapping`: what stores before 7.2 lack, which index has a field and which has
 * not, is there.
 */
export function capsOfMappings(body: JsonValue): FieldCaps {
  const perIndex = Object.entries(isObject(body) ? body : {}).map(
    ([index, found]) => [index, fieldsOf(objectAt(found, 'mappings'))] as const,
  );
  const indices = perIndex.map(([index]) => index).sort();
  const names = new Set(perIndex.flatMap(([, fields]) => [...fields.keys()]));
  const fields = [...names].map((name) => {
    const holders = perIndex.map(([index, of]) => [index, of.get(name) ?? unmapped] as const);
    return [name, groupByType(holders)] as const;
  });
  return { indices, fields: new Map(fields) };
}

const unmapped: Mapped = { type: 'unmapped', searchable: false, aggregatable: false };

/** A type is searchable only if it is so everywhere, as stores themselves count. */
function groupByType(holders: readonly (readonly [string, Mapped])[]): readonly FieldType[] {
  const groups = new Map<string, { types: Mapped[]; indices: string[] }>();
  for (const [index, mapped] of holders) {
    const group = groups.get(mapped.type) ?? { types: [], indices: [] };
    group.types.push(mapped);
    group.indices.push(index);
    groups.set(mapped.type, group);
  }
  return [...groups].map(([type, { types, indices }]) => ({
    type,
    searchable: types.every(({ searchable }) => searchable),
    aggregatable: types.every(({ aggregatable }) => aggregatable),
    ...(groups.size > 1 ? { indices: indices.sort() } : {}),
  }));
}

/** Version 6 puts the one mapping type between. */
function fieldsOf(mappings: JsonValue): ReadonlyMap<string, Mapped> {
  const roots =
    isObject(mappings) && isObject(mappings.properties)
      ? [mappings]
      : Object.values(isObject(mappings) ? mappings : {});
  const found = new Map<string, Mapped>();
  const aliases = new Map<string, string>();
  for (const root of roots) walk(objectAt(root, 'properties'), '', found, aliases);
  for (const [name, path] of aliases) {
    const target = found.get(path);
    if (target !== undefined) found.set(name, target);
  }
  return found;
}

function walk(
  properties: JsonValue,
  prefix: string,
  found: Map<string, Mapped>,
  aliases: Map<string, string>,
): void {
  for (const [key, field] of Object.entries(isObject(properties) ? properties : {})) {
    const name = `${prefix}${key}`;
    const below = objectAt(field, 'properties');
    const type = textAt(field, 'type');
    if (type === 'alias') aliases.set(name, textAt(field, 'path'));
    else found.set(name, mappedOf(type === '' ? 'object' : type, field));
    walk(below, `${name}.`, found, aliases);
    walk(objectAt(field, 'fields'), `${name}.`, found, aliases);
  }
}

function mappedOf(type: string, field: JsonValue): Mapped {
  const isSet = (key: string): JsonValue | undefined => (isObject(field) ? field[key] : undefined);
  const isContainer = type === 'object' || type === 'nested';
  if (isContainer) return { type, searchable: false, aggregatable: false };
  const searchable = isSet('index') !== false;
  const aggregatable =
    type === 'text' ? isSet('fielddata') === true : isSet('doc_values') !== false;
  return { type, searchable, aggregatable };
}
