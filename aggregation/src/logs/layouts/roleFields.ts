import type { Field, Role } from '../layout.js';
import { ROLES } from '../layout.js';
import type { ShapeTable } from '../shapes/index.js';
import type { FieldView } from './fieldView.js';
import { isParent, resolveField, resolveMessage } from './resolveField.js';

export type RoleFields = Readonly<Partial<Record<Role, Field>>>;

/** Every field that can hold a role here, the one to ask first. */
function fieldsOf(shape: ShapeTable, role: Role, view: FieldView): readonly Field[] {
  const resolve = role === 'message' ? resolveMessage : resolveField;
  const found = (shape.roles[role] ?? []).flatMap((path) => resolve(path, view) ?? []);
  const mapped = found.filter(({ type }) => type !== 'unmapped');
  return mapped.length > 0 ? mapped : found;
}

/** The field to ask for each role. */
export function roleFields(shape: ShapeTable, view: FieldView): RoleFields {
  return Object.fromEntries(
    ROLES.flatMap((role) => {
      const [field] = fieldsOf(shape, role, view);
      return field === undefined ? [] : [[role, field]];
    }),
  );
}

/** Objects that may be the line: a structured body. */
function structured(shape: ShapeTable, view: FieldView): readonly string[] {
  return (shape.roles.message ?? []).filter(
    (path) => view.types(path).every(isParent) && view.under(path).length > 0,
  );
}

/** The further fields to read for each role. */
export function roleFallbacks(
  shape: ShapeTable,
  view: FieldView,
): Readonly<Partial<Record<Role, readonly string[]>>> {
  return Object.fromEntries(
    ROLES.flatMap((role) => {
      const fields = fieldsOf(shape, role, view).slice(1);
      const others = [
        ...fields.map(({ path }) => path),
        ...(role === 'message' ? structured(shape, view) : []),
      ];
      return others.length === 0 ? [] : [[role, others]];
    }),
  );
}
