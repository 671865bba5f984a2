import { GpuscopeError } from '../../../errors.js';
import { isListableType } from '../listable.js';
import type { ExactField } from '../namedField.js';

/** @throws GpuscopeError FIELD_NOT_EXACT where a field's values can't be counted. */
export function countable({ name, type }: ExactField, asked: string): void {
  if (isListableType(type)) return;
  throw new GpuscopeError(
    'FIELD_NOT_EXACT',
    `lines can't be counted by "${asked}": its field "${name}" is of type ${type}, whose values this store can't list; map it as keyword, or count by app, namespace or pod`,
  );
}
