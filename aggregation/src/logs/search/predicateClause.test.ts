import fc from 'fast-check';
import type { Atom, Predicate } from '../../identity/index.js';
import { evaluate } from '../../identity/index.js';
import { and, not, or } from '../../identity/simplify.js';
import { predicateClause } from './predicateClause.js';
import { fits } from './testing/fits.js';
import { stored, textsOf } from './testing/stored.js';

const FIELDS = ['a', 'b', 'c'] as const;
const atom: fc.Arbitrary<Atom> = fc.oneof(
  fc.constantFrom(...FIELDS).map((field): Atom => ({ op: 'exists', field })),
  fc
    .tuple(fc.constantFrom(...FIELDS), fc.constantFrom('1', '2', '3'))
    .map(([field, value]): Atom => ({ op: 'equals', field, value })),
);
const { predicate } = fc.letrec<{ predicate: Predicate }>((tie) => ({
  predicate: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    atom.map((of): Predicate => ({ op: 'not', of })),
    fc.constantFrom<Predicate>({ op: 'always' }, { op: 'never' }),
    fc.array(tie('predicate'), { maxLength: 4 }).map((of): Predicate => ({ op: 'and', of })),
    fc.array(tie('predicate'), { maxLength: 4 }).map((of): Predicate => ({ op: 'or', of })),
    fc.array(tie('predicate'), { maxLength: 3 }).map((of) => not(or(...of))),
    fc.array(tie('predicate'), { maxLength: 3 }).map((of) => and(...of)),
  ),
}));
const text = fc.option(fc.constantFrom('1', '2', ''), { nil: undefined });
const record = fc
  .record({ a: text, b: text, c: text })
  .map((drawn) =>
    stored(
      Object.fromEntries(
        Object.entries(drawn).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])),
      ),
    ),
  );

const equals = (field: string, value: string): Predicate => ({ op: 'equals', field, value });

describe('a predicate as a clause', () => {
  it('finds the records of which it is true', () => {
    let found = 0;
    fc.assert(
      fc.property(predicate, record, (drawn, one) => {
        const isTrue = evaluate(drawn, textsOf(one));
        if (isTrue) found += 1;
        expect(fits(predicateClause(drawn))(one)).toBe(isTrue);
      }),
      { numRuns: 1_500 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('asks for many values of a field at once, wanted or not wanted', () => {
    const values = ['1', '2', '3'].map((value) => equals('a', value));
    expect(predicateClause({ op: 'or', of: values })).toEqual({ terms: { a: ['1', '2', '3'] } });
    expect(predicateClause(not({ op: 'or', of: values }))).toEqual({
      bool: { must_not: [{ terms: { a: ['1', '2', '3'] } }] },
    });
  });

  it('keeps the values of different fields apart', () => {
    const clause = predicateClause({ op: 'or', of: [equals('a', '1'), equals('b', '1')] });
    expect(fits(clause)(stored({ b: '1' }))).toBe(true);
    expect(fits(clause)(stored({ b: '2', a: '2' }))).toBe(false);
  });
});
