import type { Field, Role } from '../layout.js';
import { ROLES } from '../layout.js';
import type { KeyedTexts, ShapeTable } from '../shapes/index.js';
import type { FieldView } from './fieldView.js';
import { spellingsUnder } from './keyedTexts.js';
import { isMap, resolveField } from './resolveField.js';
import type { RoleFields } from './roleFields.js';
import { roleFields } from './roleFields.js';

/**
 * Roles that some indices may lack without needing a layout of their own: asking a field that isn't mapped finds
 * nothing there, which is the truth.
 */
const SOFT: ReadonlySet<Role> = new Set([
  'podUid',
  'containerId',
  'unit',
  'stream',
  'traceId',
  'spanId',
  'app',
  'user',
  'offset',
]);

const HARD = ROLES.filter((role) => !SOFT.has(role));

const written = (field: Field | undefined) =>
  field === undefined ? '' : [field.path, field.exact, field.text, field.type].join('|');

function keyedSignature(
  places: readonly KeyedTexts[] | undefined,
  view: FieldView,
  clashing: readonly string[],
): string {
  return (places ?? [])
    .map(({ base }) => {
      const map = view.types(base).find(isMap);
      if (map !== undefined) return [map, view.isHeld(base), ...view.inMaps].join(',');
      const clashes = clashing.filter((name) => name.startsWith(`${base}.`));
      const types = clashes.map((name) => view.types(name).join('+'));
      return [...spellingsUnder(base, view), ...types].join(',');
    })
    .join('|');
}

/** How an index holds what its shape says, for telling which indices can be asked in the same words. */
export interface Signature {
  readonly hard: string;
  readonly soft: RoleFields;
}

/**
 * `clashing`: fields that have different types in different indices. `more`: fields beside the shape's that the
 * indices must agree in.
 */
export function signatureOf(
  shape: ShapeTable,
  view: FieldView,
  clashing: readonly string[],
  more: readonly string[],
): Signature {
  const fields = roleFields(shape, view);
  const keyed = [
    shape.podLabels,
    shape.podAnnotations,
    shape.namespaceLabels,
    shape.namespaceAnnotations,
  ].map((places) => keyedSignature(places, view, clashing));
  const others = more.map((path) => resolveField(path, view));
  const hard = [
    shape.name,
    ...[...HARD.map((role) => fields[role]), ...others].map(written),
    ...keyed,
  ].join('\n');
  const soft = Object.fromEntries(
    Object.entries(fields).filter(([role]) => SOFT.has(role as Role)),
  );
  return { hard, soft };
}

/** The soft roles of an index as one text; roles that it lacks are taken from `usual`. */
export function softKey(soft: RoleFields, usual: RoleFields): string {
  return [...SOFT].map((role) => written(soft[role] ?? usual[role])).join('\n');
}
