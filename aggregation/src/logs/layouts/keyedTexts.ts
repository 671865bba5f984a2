import type { Field } from '../layout.js';
import type { KeyedTexts, ShapeTable, Spelling } from '../shapes/index.js';
import type { FieldView } from './fieldView.js';
import { isMap, isParent, resolveField } from './resolveField.js';
import { spell, spellingOf, SPELLINGS } from './spelling.js';

/** Keys that stand under a base, without the sub-fields that mappings add to them. */
function keysUnder(base: string, view: FieldView): readonly string[] {
  return view.under(base).filter((key) => {
    if (view.types(`${base}.${key}`).every(isParent)) return false;
    const dot = key.lastIndexOf('.');
    return dot < 0 || view.types(`${base}.${key.slice(0, dot)}`).every(isParent);
  });
}

/** How the keys under a base are spelled here, as far as those that are there tell. */
export function spellingsUnder(base: string, view: FieldView): readonly Spelling[] {
  const found = new Set(keysUnder(base, view).map(spellingOf));
  return SPELLINGS.filter((spelling) => found.has(spelling));
}

const isFlat = ({ base }: KeyedTexts, view: FieldView) => view.types(base).some(isMap);

/** Whether some record has such texts there; what is only declared doesn't count. */
const isUsed = (texts: KeyedTexts, view: FieldView) =>
  isFlat(texts, view) ? view.isHeld(texts.base) : keysUnder(texts.base, view).length > 0;

/**
 * The field of one key where an object has taken its name (label `app` beside `app.kubernetes.io/name`): what was
 * written beside it, else a field that no record has, as the store refused the records that had the text.
 */
function besideObject(path: string, view: FieldView): Field {
  const value = resolveField(`${path}.value`, view);
  return value ?? { path, exact: `${path}.keyword`, type: 'unmapped' };
}

function fieldOf(path: string, view: FieldView): Field | undefined {
  // Elasticsearch 6.8 doesn't list objects.
  const types = view.types(path);
  const isObject = types.length > 0 ? types.every(isParent) : view.under(path).length > 0;
  if (isObject) return besideObject(path, view);
  return resolveField(path, view);
}

/** A key of a flattened map, which the mapping doesn't list: in the spelling that its records have. */
function inMap({ base, spelling }: KeyedTexts, key: string, view: FieldView): Field | undefined {
  const spellings = view.inMaps.length > 0 ? view.inMaps : [spelling];
  const [path, other] = new Set(spellings.map((one) => `${base}.${spell(key, one)}`));
  return path === undefined || other !== undefined ? undefined : resolveField(path, view);
}

function inOneBase(texts: KeyedTexts, key: string, view: FieldView): Field | undefined {
  const { base, spelling } = texts;
  if (isFlat(texts, view)) return inMap(texts, key, view);
  const told = spellingsUnder(base, view);
  const spellings = told.length > 0 ? told : [spelling, ...SPELLINGS];
  const paths = [...new Set(spellings.map((one) => `${base}.${spell(key, one)}`))];
  const found = paths.flatMap((path) => fieldOf(path, view) ?? []);
  const [only, other] = found;
  if (other !== undefined) return undefined;
  const path = paths[0] ?? base;
  return only ?? { path, exact: path, type: 'unmapped' };
}

/** The one place where the records hold such texts. */
function placeOf(places: readonly KeyedTexts[], view: FieldView): KeyedTexts | undefined {
  const [used, other] = places.filter((one) => isUsed(one, view));
  return other === undefined ? used : undefined;
}

/**
 * The field of a label or annotation. A key that no record has is a field that no record has: asking it is exact.
 * Undefined where the records hold no such texts, hold them in two ways, or where another of `keys` shares the field.
 */
export function keyedField(
  places: readonly KeyedTexts[],
  key: string,
  view: FieldView,
  keys: readonly string[] = [],
): Field | undefined {
  const place = placeOf(places, view);
  if (place === undefined || key === '') return undefined;
  const field = inOneBase(place, key, view);
  if (field === undefined) return undefined;
  const isShared = keys.some(
    (one) => one !== key && inOneBase(place, one, view)?.path === field.path,
  );
  return isShared ? undefined : field;
}

/** The maps of labels and annotations whose keys the mapping doesn't list. */
export function flattenedMaps(shape: ShapeTable, view: FieldView): readonly Field[] {
  const places = [
    shape.podLabels,
    shape.podAnnotations,
    shape.namespaceLabels,
    shape.namespaceAnnotations,
  ];
  return places
    .flatMap((all) => all ?? [])
    .flatMap(({ base }) => {
      const type = view.types(base).find(isMap);
      return type === undefined ? [] : [{ path: base, type }];
    });
}
