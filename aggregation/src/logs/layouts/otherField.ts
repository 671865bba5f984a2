import type { Field } from '../layout.js';
import type { FieldView } from './fieldView.js';
import { isText, resolveField } from './resolveField.js';

/** The stores' own fields, which are no part of a record. */
const STORE_FIELDS = new Set([
  '_doc_count',
  '_feature',
  '_field_names',
  '_id',
  '_ignored',
  '_ignored_source',
  '_index',
  '_meta',
  '_nested_path',
  '_parent',
  '_primary_term',
  '_routing',
  '_seq_no',
  '_size',
  '_source',
  '_tier',
  '_timestamp',
  '_ttl',
  '_type',
  '_uid',
  '_version',
]);

/** A text that a sub-field `.keyword` belongs to, so that either name finds it. */
function parentText(name: string, view: FieldView): string | undefined {
  const dot = name.lastIndexOf('.');
  const parent = name.slice(0, Math.max(dot, 0));
  return dot > 0 && view.types(parent).some(isText) ? parent : undefined;
}

/** A field by the store's own name; undefined where it is not mapped, is the store's own, or has no exact form. */
export function otherField(name: string, view: FieldView): Field | undefined {
  if (STORE_FIELDS.has(name)) return undefined;
  const field = resolveField(parentText(name, view) ?? name, view);
  return field?.exact === undefined ? undefined : field;
}
