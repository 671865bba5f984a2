import fc from 'fast-check';
import { evaluate } from './evaluate.js';
import type { Atom, Predicate } from './predicate.js';
import { ALWAYS, NEVER } from './predicate.js';
import { and, not, or } from './simplify.js';

/** Predicates before any simplifying. */
type Raw =
  | { readonly op: 'atom'; readonly of: Atom }
  | { readonly op: 'not'; readonly of: Raw }
  | { readonly op: 'and' | 'or'; readonly of: readonly Raw[] };

function naive(raw: Raw, record: ReadonlyMap<string, string>): boolean {
  if (raw.op === 'atom') return evaluate(raw.of, record);
  if (raw.op === 'not') return !naive(raw.of, record);
  return raw.op === 'and'
    ? raw.of.every((part) => naive(part, record))
    : raw.of.some((part) => naive(part, record));
}

function simplified(raw: Raw): Predicate {
  if (raw.op === 'atom') return raw.of;
  if (raw.op === 'not') return not(simplified(raw.of));
  return (raw.op === 'and' ? and : or)(...raw.of.map(simplified));
}

const field = fc.constantFrom('f', 'g');
const value = fc.constantFrom('a', 'b', 'team-a');
const atom: fc.Arbitrary<Atom> = fc.oneof(
  fc.record({ op: fc.constant('exists' as const), field }),
  fc.record({ op: fc.constant('equals' as const), field, value }),
  fc.record(
    { op: fc.constant('matches' as const), field, match: fc.constant('^team-(.*)$'), value },
    { requiredKeys: ['op', 'field'] },
  ),
);
const { raw } = fc.letrec<{ raw: Raw }>((tie) => ({
  raw: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    atom.map((of): Raw => ({ op: 'atom', of })),
    tie('raw').map((of): Raw => ({ op: 'not', of })),
    fc.record({
      op: fc.constantFrom('and' as const, 'or' as const),
      of: fc.array(tie('raw'), { maxLength: 3 }),
    }),
  ),
}));
const record = fc
  .dictionary(field, fc.constantFrom('', 'a', 'b', 'team-a', 'team-'))
  .map((fields) => new Map(Object.entries(fields)));

const A: Predicate = { op: 'equals', field: 'f', value: 'a' };
const B: Predicate = { op: 'equals', field: 'f', value: 'b' };
const F: Predicate = { op: 'exists', field: 'f' };
const G: Predicate = { op: 'exists', field: 'g' };

describe('and, or, not', () => {
  it('mean the same after simplifying', () => {
    fc.assert(
      fc.property(raw, record, (predicate, fields) => {
        expect(evaluate(simplified(predicate), fields)).toBe(naive(predicate, fields));
      }),
      { numRuns: 2000 },
    );
  });

  it('drop what follows and see what can not be', () => {
    expect(and(A, F)).toEqual(A);
    expect(and(A, not(B))).toEqual(A);
    expect(and(A, B)).toEqual(NEVER);
    expect(and(A, not(F))).toEqual(NEVER);
    expect(or(F, not(F))).toEqual(ALWAYS);
    expect(and(not(F), { op: 'matches', field: 'f', match: '(.*)' })).toEqual(NEVER);
  });

  it('flatten, and keep one of a kind', () => {
    expect(and(F, and(G, F))).toEqual({ op: 'and', of: [F, G] });
    expect(or(A, or(B, A), NEVER)).toEqual({ op: 'or', of: [A, B] });
    expect(and()).toEqual(ALWAYS);
    expect(or()).toEqual(NEVER);
    expect(not(or(A, G))).toEqual({
      op: 'and',
      of: [
        { op: 'not', of: A },
        { op: 'not', of: G },
      ],
    });
  });
});
