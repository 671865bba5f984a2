import fc from 'fast-check';
import type { Clause } from './clause.js';
import { all, any, EVERY, NONE, none, oneOf, present } from './clause.js';
import { fits } from './testing/fits.js';
import { stored } from './testing/stored.js';

const leaf: fc.Arbitrary<Clause> = fc.oneof(
  fc.constantFrom<Clause>(EVERY, NONE),
  fc
    .tuple(fc.constantFrom('a', 'b'), fc.subarray(['1', '2', '']))
    .map(([field, values]) => oneOf(field, values)),
  fc.constantFrom('a', 'b').map((field) => present(field)),
);
const { clause } = fc.letrec<{ clause: Clause }>((tie) => ({
  clause: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('clause'), { maxLength: 3 }).map((parts) => all(...parts)),
    fc.array(tie('clause'), { maxLength: 3 }).map((parts) => any(...parts)),
    tie('clause').map(none),
  ),
}));
const field = fc.option(fc.constantFrom('1', '2', ''), { nil: undefined });
const record = fc
  .record({ a: field, b: field })
  .map((drawn) =>
    stored(
      Object.fromEntries(
        Object.entries(drawn).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])),
      ),
    ),
  );

describe('clauses', () => {
  it('mean all, any and not, however they are shortened', () => {
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 4 }), record, (parts, one) => {
        const answers = parts.map((part) => fits(part)(one));
        expect(fits(all(...parts))(one)).toBe(answers.every(Boolean));
        expect(fits(any(...parts))(one)).toBe(answers.some(Boolean));
        for (const [at, part] of parts.entries()) expect(fits(none(part))(one)).toBe(!answers[at]);
      }),
      { numRuns: 500 },
    );
  });

  it('leave out what does not narrow, and say nothing where nothing can be', () => {
    const one = oneOf('a', ['1']);
    expect(all()).toEqual(EVERY);
    expect(any()).toEqual(NONE);
    expect(all(EVERY, one)).toEqual(one);
    expect(any(NONE, one)).toEqual(one);
    expect(all(one, NONE)).toEqual(NONE);
    expect(any(one, EVERY)).toEqual(EVERY);
    expect([none(EVERY), none(NONE)]).toEqual([NONE, EVERY]);
  });

  it('of several clauses are one list that a score can not come from', () => {
    const [one, two] = [oneOf('a', ['1']), oneOf('b', ['2'])];
    expect(all(one, two)).toEqual({ bool: { filter: [one, two] } });
    expect(any(one, two)).toEqual({ bool: { should: [one, two], minimum_should_match: 1 } });
  });
});

describe('one of several values', () => {
  it('is a term for one, terms for more, nothing for none, and each value once', () => {
    expect(oneOf('a', [])).toEqual(NONE);
    expect(oneOf('a', ['x', 'x'])).toEqual({ term: { a: 'x' } });
    expect(oneOf('a', ['x', 'y', 'x'])).toEqual({ terms: { a: ['x', 'y'] } });
  });

  it('stays below what stores take in one list', () => {
    const values = Array.from({ length: 120_000 }, (_, at) => `v${at}`);
    const found = oneOf('a', values);
    const parts = 'bool' in found ? (found.bool.should ?? []) : [];
    const sizes = parts.map((part) => ('terms' in part ? (part.terms.a ?? []).length : 0));
    expect(sizes.every((size) => size > 0 && size <= 65_536)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(120_000);
    expect(fits(found)(stored({ a: 'v119999' }))).toBe(true);
  });
});

describe('a field that holds something', () => {
  it('holds a text that is not empty, or anything that is no text', () => {
    expect(fits(present('a'))(stored({ a: '' }))).toBe(false);
    expect(fits(present('a'))(stored({ a: 'x' }))).toBe(true);
    expect(fits(present('a'))(stored({}))).toBe(false);
    expect(present('a', false)).toEqual({ exists: { field: 'a' } });
  });
});
