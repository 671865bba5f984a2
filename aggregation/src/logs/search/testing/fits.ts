import type { BoolClause, Clause, RangeLimits, Scalar } from '../clause.js';
import type { Stored } from './stored.js';

type Test = (record: Stored) => boolean;

function valuesOf({ index, fields }: Stored, field: string): readonly Scalar[] {
  if (field === '_index') return [index];
  const value = fields[field];
  return value === undefined ? [] : [value];
}

const same = (a: Scalar, b: Scalar) => String(a) === String(b);

/** A time in ns, whichever way a range or a record writes it. */
function nanos(value: Scalar): bigint {
  if (typeof value === 'number') return BigInt(value) * 1_000_000n;
  const text = String(value);
  const fraction = /\.(\d+)Z$/.exec(text)?.[1] ?? '';
  const seconds = BigInt(Math.floor(Date.parse(text) / 1_000));
  return seconds * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'));
}

function inRange(value: Scalar, limits: RangeLimits): boolean {
  const compare = (limit: Scalar): number => {
    if (limits.format === undefined) return Number(value) - Number(limit);
    const difference = nanos(value) - nanos(limit);
    return difference === 0n ? 0 : difference < 0n ? -1 : 1;
  };
  const { gt, gte, lt, lte } = limits;
  return (
    (gt === undefined || compare(gt) > 0) &&
    (gte === undefined || compare(gte) >= 0) &&
    (lt === undefined || compare(lt) < 0) &&
    (lte === undefined || compare(lte) <= 0)
  );
}

function ofBool({ filter = [], should, must_not: not = [] }: BoolClause): Test {
  return (record) =>
    filter.every((clause) => fits(clause)(record)) &&
    (should === undefined || should.some((clause) => fits(clause)(record))) &&
    !not.some((clause) => fits(clause)(record));
}

function onField<Value>(
  byField: Readonly<Record<string, Value>>,
  test: (stored: Scalar, wanted: Value) => boolean,
): Test {
  return (record) =>
    Object.entries(byField).every(([field, wanted]) =>
      valuesOf(record, field).some((stored) => test(stored, wanted)),
    );
}

/** Which records a store would find with a clause, of those that ask for whole values. */
export function fits(clause: Clause): Test {
  if ('match_all' in clause) return () => true;
  if ('match_none' in clause) return () => false;
  if ('bool' in clause) return ofBool(clause.bool);
  if ('term' in clause) return onField(clause.term, same);
  if ('terms' in clause) {
    return onField(clause.terms, (stored, wanted) => wanted.some((one) => same(stored, one)));
  }
  if ('range' in clause) return onField(clause.range, inRange);
  if ('exists' in clause) return (record) => valuesOf(record, clause.exists.field).length > 0;
  if ('ids' in clause) return ({ id }) => clause.ids.values.includes(id);
  if ('prefix' in clause) {
    return onField(clause.prefix, (stored, { value, case_insensitive: anyCase }) =>
      anyCase === true
        ? String(stored).toLowerCase().startsWith(value.toLowerCase())
        : String(stored).startsWith(value),
    );
  }
  throw new Error(`no reading of ${JSON.stringify(clause)}`);
}
