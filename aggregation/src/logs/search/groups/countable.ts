import { GpuscopeError } from '../../../errors.js';
import { isListableType } from '../listable.js';
import type { ExactField } from '../namedField.js';
import { say } from '../../../said/index.js';

/** @throws GpuscopeError FIELD_NOT_EXACT where a field's values can't be counted. */
export function countable({ name, type }: ExactField, asked: string): void {
  if (isListableType(type)) return;
  throw new GpuscopeError('FIELD_NOT_EXACT', say('field.notCounted', { asked, field: name, type }));
}
