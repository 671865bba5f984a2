import { GpuscopeError } from '../../errors.js';
import type { Field, Layout } from '../layout.js';
import { isRole } from '../layout.js';
import { describeIndices } from './exactField.js';
import { say } from '../../said/index.js';

const LABEL = 'label.';

/** The field of a name that users see: a role, `label.<key>`, or a field's own name; undefined where there is none. */
export function fieldNamed(layout: Layout, name: string): Field | undefined {
  if (isRole(name)) return layout.roles[name];
  if (name.startsWith(LABEL)) return layout.podLabel(name.slice(LABEL.length));
  return layout.field(name);
}

/** A field that can be asked for whole values. */
export interface ExactField {
  readonly name: string;
  readonly type: string;
}

/**
 * The exact field of a name; undefined where these records have none.
 * @throws GpuscopeError FIELD_NOT_EXACT where they have it as words only.
 */
export function exactNamed(layout: Layout, name: string): ExactField | undefined {
  const field = fieldNamed(layout, name);
  if (field === undefined) return undefined;
  if (field.exact !== undefined) return { name: field.exact, type: field.type };
  const advice = name === 'message' ? say('field.searchInstead') : say('field.mapOrSearch');
  throw new GpuscopeError(
    'FIELD_NOT_EXACT',
    say('field.wordsOnly', {
      name,
      field: field.path,
      indices: describeIndices(layout),
      type: field.type,
      advice,
    }),
  );
}

/**
 * What a name is in each layout; undefined for the layouts that have none.
 * @throws GpuscopeError FIELD_NOT_EXACT where no layout has it, or one has it as words only.
 */
export function exactInAll(
  layouts: readonly Layout[],
  name: string,
): readonly (ExactField | undefined)[] {
  const found = layouts.map((layout) => exactNamed(layout, name));
  if (layouts.length > 0 && found.every((field) => field === undefined)) {
    const isShipped = isRole(name) || name.startsWith(LABEL);
    const advice = say(isShipped ? 'field.shipIt' : 'field.misspelt');
    throw new GpuscopeError('FIELD_NOT_EXACT', say('field.nowhere', { name, advice }));
  }
  return found;
}
