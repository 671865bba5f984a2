import { cpuMs } from '../../testing/cpuMs.js';
import fc from 'fast-check';
import type { Atom, Predicate } from '../../identity/index.js';
import { evaluate } from '../../identity/index.js';
import { fillIn, LISTED_VALUES, patternFields, tooManyValues } from './patterns.js';

const TEXTS = ['web-1', 'web-2', 'db-1', 'bare', ' odd', ''] as const;
const MATCHES = ['^(.+)-\\d+$', '(b)', '^(x)'] as const;
const field = fc.constantFrom('a', 'b');
const value = fc.option(fc.constantFrom('web', 'db', 'b', 'nothing'), { nil: undefined });

const atom: fc.Arbitrary<Atom> = fc.oneof(
  field.map((name): Atom => ({ op: 'exists', field: name })),
  fc.tuple(field, fc.constantFrom('web-1', 'bare')).map(([name, text]): Atom => ({
    op: 'equals',
    field: name,
    value: text,
  })),
  fc
    .tuple(field, fc.option(fc.constantFrom(...MATCHES), { nil: undefined }), value)
    .map(([name, match, wanted]): Atom => ({
      op: 'matches',
      field: name,
      ...(match === undefined ? {} : { match }),
      ...(wanted === undefined ? {} : { value: wanted }),
    })),
);
const { predicate } = fc.letrec<{ predicate: Predicate }>((tie) => ({
  predicate: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    atom.map((of): Predicate => ({ op: 'not', of })),
    fc.array(tie('predicate'), { maxLength: 3 }).map((of): Predicate => ({ op: 'and', of })),
    fc.array(tie('predicate'), { maxLength: 3 }).map((of): Predicate => ({ op: 'or', of })),
  ),
}));

const listed = new Map(['a', 'b'].map((name) => [name, TEXTS.filter((text) => text !== '')]));

describe('a predicate with its patterns filled in', () => {
  it('says the same of every record whose values were listed, and holds no pattern', () => {
    const text = fc.constantFrom(...TEXTS);
    fc.assert(
      fc.property(predicate, text, text, (drawn, a, b) => {
        const record = new Map([
          ['a', a],
          ['b', b],
        ]);
        const filled = fillIn(drawn, listed);
        expect(patternFields(filled)).toEqual([]);
        expect(evaluate(filled, record)).toBe(evaluate(drawn, record));
      }),
      { numRuns: 1_000 },
    );
  });

  it('needs the values of each field that a pattern reads, each once', () => {
    const matches = (name: string): Atom => ({ op: 'matches', field: name, match: '^(x)' });
    const drawn: Predicate = {
      op: 'and',
      of: [
        { op: 'or', of: [matches('b'), matches('a')] },
        { op: 'not', of: matches('b') },
      ],
    };
    expect(patternFields(drawn)).toEqual(['b', 'a']);
    expect(patternFields({ op: 'always' })).toEqual([]);
  });
});

describe('ten thousand pods', () => {
  it('are looked through once for each pattern, not once for each question about it', () => {
    const pods = Array.from({ length: 10_000 }, (_, at) => `app${at % 50}-${at}`);
    const asked = Array.from({ length: 200 }, (_, at): Predicate => ({
      op: 'matches',
      field: 'pod',
      match: '^(.+)-\\d+$',
      value: `app${at}`,
    }));
    let filled: Predicate = { op: 'always' };
    const worked = cpuMs(() => {
      filled = fillIn({ op: 'or', of: asked }, new Map([['pod', pods]]));
    });
    // Each alone takes some ms: 200 times that would be a second.
    expect(worked).toBeLessThan(500);
    expect(evaluate(filled, new Map([['pod', 'app49-49']]))).toBe(true);
    expect(evaluate(filled, new Map([['pod', 'app50-50']]))).toBe(false);
  });
});

describe('too many values to list', () => {
  it('says of which field, how many are too many, and what to do', () => {
    const error = tooManyValues('pod');
    expect(error.code).toBe('LIMIT_EXCEEDED');
    expect(error.message).toContain('"pod"');
    expect(error.message).toContain(String(LISTED_VALUES));
    expect(error.message).toMatch(/shorter range.*gpuscope\.app/);
  });
});
