import { GpuscopeError } from '../../errors.js';
import type { Clause, Scalar } from './clause.js';
import { any, none, oneOf, present } from './clause.js';
import type { ExactField } from './namedField.js';
import { say } from '../../said/index.js';

const WHOLE = new Set(['long', 'integer', 'short', 'byte', 'unsigned_long']);
const FRACTION = new Set(['double', 'float', 'half_float', 'scaled_float']);
const TIMES = new Set(['date', 'date_nanos']);
const ADDRESS = /^[0-9a-f.:]+(?:\/\d{1,3})?$/i;

/** Whether a field of this type holds texts, which may be empty. */
export function holdsText(type: string): boolean {
  return !isNumber(type) && !TIMES.has(type) && type !== 'boolean' && type !== 'ip';
}

export const isNumber = (type: string) => WHOLE.has(type) || FRACTION.has(type);

type Wanted = 'field.noNumber' | 'field.noBoolean' | 'field.noTime' | 'field.noAddress';

function refuse(field: ExactField, value: string, wanted: Wanted): never {
  throw new GpuscopeError(
    'QUERY_INVALID',
    say(wanted, { field: field.name, type: field.type, value: JSON.stringify(value) }),
  );
}

function toScalar(field: ExactField, value: string): Scalar {
  const { type } = field;
  if (isNumber(type)) {
    const isOne = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(value);
    // A number beyond what a double holds goes as it was written.
    if (isOne)
      return Number.isSafeInteger(Number(value)) || FRACTION.has(type) ? Number(value) : value;
    refuse(field, value, 'field.noNumber');
  }
  if (type === 'boolean') {
    if (value === 'true' || value === 'false') return value === 'true';
    refuse(field, value, 'field.noBoolean');
  }
  if (type === 'ip' && !ADDRESS.test(value)) refuse(field, value, 'field.noAddress');
  return value;
}

function atTime(field: ExactField, value: string): Clause {
  const ms = /^\d+$/.test(value) ? Number(value) : Date.parse(value);
  if (!Number.isFinite(ms)) refuse(field, value, 'field.noTime');
  return { range: { [field.name]: { gte: ms, lte: ms, format: 'epoch_millis' } } };
}

/** The field holds something: a text that is not empty, or any other value. */
export function holdsSomething({ name, type }: ExactField): Clause {
  // OpenSearch's `exists` finds no key with dots in a flat_object (seen on 2.19 and 3.3).
  if (type === 'flat_object') return { wildcard: { [name]: { value: '?*' } } };
  return present(name, holdsText(type));
}

/**
 * The field holds one of these; the empty text asks for records where it is absent or empty.
 * @throws GpuscopeError QUERY_INVALID where the field's type can't hold a value.
 */
export function valueOneOf(field: ExactField, values: readonly string[]): Clause {
  const full = values.filter((value) => value !== '');
  const absent = full.length < values.length ? [none(holdsSomething(field))] : [];
  if (TIMES.has(field.type)) return any(...full.map((value) => atTime(field, value)), ...absent);
  return any(
    oneOf(
      field.name,
      full.map((value) => toScalar(field, value)),
    ),
    ...absent,
  );
}
