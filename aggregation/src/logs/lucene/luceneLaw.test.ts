import fc from 'fast-check';
import { GpuscopeError } from '../../errors.js';
import type { Clause } from '../search/clause.js';
import { indexed, matches } from '../words/testing/storeModel.js';
import { messageLayout } from '../words/testing/messageLayout.js';
import { luceneClause } from './luceneClause.js';
import { queryLayout } from './testing/queryLayout.js';

const options = { dialect: { product: 'elasticsearch', major: 8, minor: 19 } } as const;

/** A query with its meaning: whether a line's words fit. */
interface Meant {
  readonly text: string;
  readonly holds: (words: ReadonlySet<string>) => boolean;
}

const WORDS = ['a', 'b', 'c', 'd'];
const spaces = fc.constantFrom(' ', '  ', '\n');

const { query } = fc.letrec<{ query: Meant; leaf: Meant; not: Meant; and: Meant; or: Meant }>(
  (tie) => ({
    leaf: fc
      .tuple(fc.constantFrom(...WORDS), fc.constantFrom('', '"', 'message:', '+'))
      .map(([word, form]) => ({
        text: form === '"' ? `"${word}"` : `${form}${word}`,
        holds: (words) => words.has(word),
      })),
    not: fc
      .tuple(fc.constantFrom('NOT ', '-', '!'), tie('query'))
      .map(([sign, { text, holds }]) => ({
        text: `${sign}(${text})`,
        holds: (words) => !holds(words),
      })),
    // What binds closer needs no parentheses: NOT before AND before OR.
    and: fc
      .tuple(
        fc.oneof(tie('leaf'), tie('not')),
        fc.constantFrom('AND', '&&', ''),
        spaces,
        fc.oneof(tie('leaf'), tie('not'), tie('and')),
      )
      .map(([one, sign, space, other]) => ({
        text: `${one.text}${space}${sign}${space}${other.text}`,
        holds: (words) => one.holds(words) && other.holds(words),
      })),
    or: fc
      .tuple(tie('and'), fc.constantFrom('OR', '||'), spaces, tie('query'))
      .map(([one, sign, space, other]) => ({
        text: `${one.text}${space}${sign}${space}${other.text}`,
        holds: (words) => one.holds(words) || other.holds(words),
      })),
    query: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('not'), tie('and'), tie('or')),
  }),
);

/** Every key of a clause that names a kind of query. */
function kinds(clause: unknown): readonly string[] {
  if (Array.isArray(clause)) return clause.flatMap(kinds);
  if (typeof clause !== 'object' || clause === null) return [];
  return Object.entries(clause).flatMap(([key, value]) => {
    if (key !== 'bool') return [key];
    return Object.values(value as object).flatMap(kinds);
  });
}

const ALLOWED = new Set([
  ...['match_all', 'match_none', 'term', 'terms', 'exists', 'range', 'prefix', 'wildcard'],
  'match_phrase',
]);

const noise = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'()[]{}:"\\/*?~^+-!&|<>= \t'),
      fc.constantFrom(
        'AND',
        'OR',
        'NOT',
        'TO',
        'pod',
        'level',
        'http.status',
        '_exists_',
        'a',
        '5',
      ),
      fc.constantFrom(
        '{"query_string":{"query":"*"}}',
        '_index',
        'message',
        '显',
        'now-1h',
        '\\u00',
      ),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''));

describe('a Lucene query', () => {
  it('means what its operators say', () => {
    const lines = fc.subarray(WORDS);
    fc.assert(
      fc.property(query, lines, ({ text, holds }, words) => {
        const clause = luceneClause(text, messageLayout(), options);
        expect(matches(clause, indexed(words.join(' ')))).toBe(holds(new Set(words)));
      }),
      { numRuns: 500 },
    );
  });

  it('is either a clause of our own kinds on the fields of the layout, or refused', () => {
    const fields = /^(?:message|kubernetes\.pod|log\.level|http\.status)$/u;
    fc.assert(
      fc.property(noise, (text) => {
        let clause: Clause;
        try {
          clause = luceneClause(text, queryLayout, options);
        } catch (error) {
          expect(error).toBeInstanceOf(GpuscopeError);
          expect(error).toHaveProperty('code', 'QUERY_INVALID');
          return;
        }
        for (const kind of kinds(clause)) expect(ALLOWED).toContain(kind);
        JSON.stringify(clause, (key, value: unknown) => {
          const isQuery = ALLOWED.has(key) && typeof value === 'object' && value !== null;
          const named = isQuery && key !== 'exists' ? Object.keys(value) : [];
          for (const field of named) expect(field).toMatch(fields);
          return value;
        });
      }),
      { numRuns: 3000 },
    );
  });
});
