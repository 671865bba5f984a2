import type { Layout } from '../layout.js';

/** Types whose values can be compared, but not listed: OpenSearch mixes the keys of a `flat_object` when it lists. */
const NOT_LISTED = new Set(['flat_object', 'match_only_text', 'object', 'binary', 'geo_point']);

export const isListableType = (type: string) => !NOT_LISTED.has(type);

/** Whether a store can list the values that a field has, by the store's name of the field. */
export function isListable(layout: Layout, field: string): boolean {
  const type = layout.field(field)?.type;
  return type === undefined || isListableType(type);
}
