import type { FieldCaps, FieldType, JsonValue } from '@gpuscope/aggregation/logs';
import { isObject, listAt, objectAt } from '../json.js';

/** Fields of the store's own that not every version marks as such. */
const own = new Set(['_doc_count', '_tier', '_ignored_source', '_data_stream_timestamp']);

/** The store's own fields have themselves as a type. Names alone don't tell: journald's begin with `_` too. */
const isOwn = (name: string, types: readonly JsonValue[]): boolean =>
  own.has(name) ||
  types.some((one) => isObject(one) && (one.metadata_field === true || one.type === name));

/** Reads an answer to `_field_caps?fields=*&include_unmapped=true`. */
export function readFieldCaps(body: JsonValue): FieldCaps {
  const fields = Object.entries(objectAt(body, 'fields'))
    .map(([name, types]) => [name, isObject(types) ? Object.values(types) : []] as const)
    .filter(([name, types]) => !isOwn(name, types))
    .map(([name, types]) => [name, types.map(readType)] as const);
  return { indices: texts(listAt(body, 'indices')), fields: new Map(fields) };
}

function readType(said: JsonValue): FieldType {
  const { type, searchable, aggregatable, indices } = isObject(said) ? said : {};
  return {
    type: typeof type === 'string' ? type : 'unknown',
    searchable: searchable === true,
    aggregatable: aggregatable === true,
    ...(Array.isArray(indices) ? { indices: texts(indices as readonly JsonValue[]) } : {}),
  };
}

const texts = (values: readonly JsonValue[]): readonly string[] =>
  values.filter((value) => typeof value === 'string');
