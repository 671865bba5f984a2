import { GpuscopeError } from '../../errors.js';
import type { Said } from '../../said/index.js';
import type { Layout, Role } from '../layout.js';
import { say } from '../../said/index.js';

/** An index, or the first few of many, for messages. */
export function describeIndices(layout: Layout): string | Said {
  const { indices, shape } = layout;
  if (indices === undefined) return say('list.records', { shape });
  const shown = indices.slice(0, 3).join(', ');
  return indices.length > 3
    ? say('list.moreIndices', { names: shown, more: indices.length - 3 })
    : shown;
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
      say('field.notWhole', {
        field: field.path,
        role,
        indices: describeIndices(layout),
        type: field.type,
      }),
    );
  }
  return field.exact;
}
