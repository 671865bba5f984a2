import { GpuscopeError } from '../../errors.js';
import type { Layout, Role } from '../layout.js';

/** An index, or the first few of many, for messages. */
export function describeIndices(layout: Layout): string {
  const { indices, shape } = layout;
  if (indices === undefined) return `the ${shape} records`;
  const shown = indices.slice(0, 3).join(', ');
  return indices.length > 3 ? `${shown} and ${indices.length - 3} more indices` : shown;
}

/**
 * The field that holds a role's whole text; undefined where the records have none.
 * @throws GpuscopeError FIELD_NOT_EXACT where they have it as words only: who may see what can't be asked of words.
 */
export function exactField(layout: Layout, role: Role): string | undefined {
  const field = layout.roles[role];
  if (field === undefined) return undefined;
  if (field.exact === undefined) {
    throw new GpuscopeError(
      'FIELD_NOT_EXACT',
      `the field "${field.path}" (${role}) of ${describeIndices(layout)} is ${field.type}: only keyword, or a sub-field of type keyword, can tell who may see a record; map it so, or leave these indices out`,
    );
  }
  return field.exact;
}
