import type { Field } from '../layout.js';
import type { FieldView } from './fieldView.js';

const TEXT_TYPES = new Set(['text', 'match_only_text', 'annotated_text', 'search_as_you_type']);
const PARENT_TYPES = new Set(['object', 'nested', 'passthrough']);
const MAP_TYPES = new Set(['flattened', 'flat_object']);
/** Sub-fields that hold a text as one term, by custom; `keyword` is what default mappings make. */
const EXACT_SUBFIELDS = ['keyword', 'raw', 'exact'];

/** An exact field's path in the record: a sub-field is the store's own, and no record has it. */
export function withoutSubfield(field: string): string {
  const name = EXACT_SUBFIELDS.find((one) => field.endsWith(`.${one}`));
  return name === undefined ? field : field.slice(0, -name.length - 1);
}

export const isText = (type: string) => TEXT_TYPES.has(type);
export const isParent = (type: string) => PARENT_TYPES.has(type);
export const isMap = (type: string) => MAP_TYPES.has(type);

/** The map that a key is in, where a field above it is one flattened field. */
function mapAbove(path: string, view: FieldView): string | undefined {
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const parent = path.slice(0, dot);
    const type = view.types(parent).find(isMap);
    if (type !== undefined) return type;
  }
  return undefined;
}

function exactSubfield(path: string, view: FieldView): Field | undefined {
  for (const name of EXACT_SUBFIELDS) {
    const exact = `${path}.${name}`;
    const [type, other] = view.types(exact);
    if (type !== undefined && other === undefined && !isText(type) && view.isSearchable(exact)) {
      return { path, exact, text: path, type };
    }
  }
  return undefined;
}

/**
 * How a field can be asked about; undefined where it is not mapped, or is an object. A field that has several
 * types in these indices has no exact form.
 */
export function resolveField(path: string, view: FieldView): Field | undefined {
  const types = view.types(path).filter((type) => !isParent(type));
  const [type, other] = types;
  if (type === undefined) {
    const map = mapAbove(path, view);
    return map === undefined ? undefined : { path, exact: path, type: map };
  }
  if (other !== undefined || view.types(path).length > 1)
    return { path, type: types.join(' and ') };
  if (isText(type)) return exactSubfield(path, view) ?? { path, text: path, type };
  if (isMap(type) || !view.isSearchable(path)) return { path, type };
  const text = `${path}.text`;
  const hasText = view.types(text).some(isText);
  return { path, exact: path, type, ...(hasText ? { text } : {}) };
}

/**
 * The line's own field. A keyword beside a text holds short lines only (`ignore_above`), so it doesn't count as
 * the whole text; a wildcard field does.
 */
export function resolveMessage(path: string, view: FieldView): Field | undefined {
  const field = resolveField(path, view);
  if (field?.text === undefined) return field;
  if (field.text !== path) return field;
  // Stores call a wildcard field a keyword; its name tells.
  const wildcard = ['wildcard', 'keyword'].find((name) => {
    const types = view.types(`${path}.${name}`);
    return types.includes('wildcard') || (name === 'wildcard' && types.includes('keyword'));
  });
  const type = view.types(path).join(' and ');
  return wildcard === undefined
    ? { path, text: path, type }
    : { path, exact: `${path}.${wildcard}`, text: path, type: 'wildcard' };
}
