import type { Field, Role } from '../layout.js';
import { ROLES } from '../layout.js';
import type { ShapeTable } from '../shapes/index.js';
import type { FieldView } from './fieldView.js';
import { resolveField, resolveMessage } from './resolveField.js';

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

/** The further fields to read for each role. */
export function roleFallbacks(
  shape: ShapeTable,
  view: FieldView,
): Readonly<Partial<Record<Role, readonly string[]>>> {
  return Object.fromEntries(
    ROLES.flatMap((role) => {
      const others = fieldsOf(shape, role, view)
        .slice(1)
        .map(({ path }) => path);
      return others.length === 0 ? [] : [[role, others]];
    }),
  );
}
