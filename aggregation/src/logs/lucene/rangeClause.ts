import type { Clause, RangeLimits, Scalar } from '../search/clause.js';
import type { ExactField } from '../search/namedField.js';
import { isNumber } from '../search/valueClause.js';
import type { Bound, Value } from './node.js';
import { refuse } from './refuse.js';
import { say } from '../../said/index.js';

type Range = Extract<Value, { kind: 'range' }>;

const TIMES = new Set(['date', 'date_nanos']);
const UNORDERED = new Set(['flattened', 'flat_object', 'boolean']);
const NUMBER = /^[+-]?\d{1,30}(?:\.\d{1,30})?(?:e[+-]?\d{1,3})?$/iu;
const ADDRESS = /^[0-9a-f.:]{2,45}$/iu;
const ISO =
  /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d(?::\d\d(?::\d\d(?:\.\d{1,9})?)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/u;
const SINCE_NOW = /^now(?:[+-]\d{1,9}[smhdwMy]){0,4}(?:\/[smhdwMy])?$/u;
const EPOCH_MS = /^\d{5,16}$/u;

function scalar({ name, type }: ExactField, value: string, at: number): Scalar {
  const wrong = (wanted: 'field.noNumber' | 'lucene.noTime' | 'field.noAddress'): never =>
    refuse(at, say(wanted, { field: name, type, value: JSON.stringify(value) }));
  if (isNumber(type)) {
    if (!NUMBER.test(value)) return wrong('field.noNumber');
    const number = Number(value);
    return Number.isInteger(number) && !Number.isSafeInteger(number) ? value : number;
  }
  if (TIMES.has(type)) {
    const isTime = SINCE_NOW.test(value) || EPOCH_MS.test(value) || ISO.test(value);
    const isReal = !ISO.test(value) || !Number.isNaN(Date.parse(value));
    return isTime && isReal ? value : wrong('lucene.noTime');
  }
  if (type === 'ip' && !ADDRESS.test(value)) return wrong('field.noAddress');
  return value;
}

/**
 * What lies in a range of a field's values: numbers, times and addresses by size, texts by their characters.
 * @throws GpuscopeError QUERY_INVALID where the field has no order, or can't hold an end.
 */
export function rangeClause(field: ExactField, { from, to }: Range, at: number): Clause {
  const { name, type } = field;
  if (UNORDERED.has(type)) refuse(at, say('lucene.noRanges', { field: name, type }));
  const value = (bound: Bound) => scalar(field, bound.value, at);
  const limits: RangeLimits = {
    ...(from === undefined ? {} : { [from.isInclusive ? 'gte' : 'gt']: value(from) }),
    ...(to === undefined ? {} : { [to.isInclusive ? 'lte' : 'lt']: value(to) }),
    ...(TIMES.has(type) ? { format: 'strict_date_optional_time||epoch_millis' } : {}),
  };
  return { range: { [name]: limits } };
}
