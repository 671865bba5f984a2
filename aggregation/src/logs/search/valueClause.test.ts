import fc from 'fast-check';
import type { GpuscopeError } from '../../errors.js';
import { fits } from './testing/fits.js';
import { stored } from './testing/stored.js';
import { holdsSomething, holdsText, isNumber, valueOneOf } from './valueClause.js';

const field = (type: string) => ({ name: 'f', type });
const holds = (type: string, values: readonly string[], value: string | number | boolean) =>
  fits(valueOneOf(field(type), values))(stored({ f: value }));

describe('a field that holds one of some values', () => {
  it.each([
    ['keyword', 'a b', 'a b'],
    ['flattened', 'x', 'x'],
    ['constant_keyword', 'x', 'x'],
    ['long', '42', 42],
    ['long', '-7', -7],
    ['double', '1.5', 1.5],
    ['float', '.5', 0.5],
    ['boolean', 'true', true],
    ['ip', '::1', '::1'],
    ['date', '2026-11-21T08:00:00Z', Date.parse('2026-11-21T08:00:00Z')],
    ['date_nanos', '1000', 1_000],
  ])('of type %s: %j', (type, asked, value) => {
    expect(holds(type, [asked], value)).toBe(true);
    expect(holds(type, ['another', asked].slice(type === 'keyword' ? 0 : 1), value)).toBe(true);
  });

  it.each([
    ['long', 'x'],
    ['long', ''.padEnd(3, ' ')],
    ['long', '0x10'],
    ['double', 'NaN'],
    ['integer', '1,000'],
    ['boolean', 'TRUE'],
    ['ip', 'fe80::z'],
    ['date', 'soon'],
  ])('of type %s can not hold %j', (type, asked) => {
    const ask = () => valueOneOf(field(type), [asked]);
    expect(ask).toThrow(new RegExp(`"f" is of type ${type}`));
    try {
      ask();
    } catch (error) {
      expect((error as GpuscopeError).code).toBe('QUERY_INVALID');
    }
  });

  it('holds any text as it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
        expect(holds('keyword', [one], one)).toBe(true);
        expect(holds('keyword', [one], other)).toBe(one === other);
      }),
    );
  });

  it('or nothing, where the empty text is among them', () => {
    const clause = valueOneOf(field('keyword'), ['', 'x']);
    expect(
      [{}, { f: '' }, { f: 'x' }, { f: 'y' }].map((fields) =>
        fits(clause)(stored(fields as Record<string, string>)),
      ),
    ).toEqual([true, true, true, false]);
  });

  it('holds none of no values', () => {
    expect(valueOneOf(field('keyword'), [])).toEqual({ match_none: {} });
    expect(valueOneOf(field('date'), [])).toEqual({ match_none: {} });
  });
});

describe('what types hold', () => {
  it('texts may be empty, the others are there or not', () => {
    expect(['keyword', 'flattened', 'flat_object', 'wildcard', 'unmapped'].every(holdsText)).toBe(
      true,
    );
    expect(['long', 'double', 'boolean', 'ip', 'date', 'date_nanos'].some(holdsText)).toBe(false);
    expect(['long', 'scaled_float', 'unsigned_long'].every(isNumber)).toBe(true);
    expect(holdsSomething(field('long'))).toEqual({ exists: { field: 'f' } });
    expect(fits(holdsSomething(field('keyword')))(stored({ f: '' }))).toBe(false);
  });
});
