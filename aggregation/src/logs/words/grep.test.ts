import fc from 'fast-check';
import type { Dialect } from '../dialect.js';
import { matchesWords } from './matchesWords.js';
import { piecesOf } from './pieces.js';
import { messageLayout } from './testing/messageLayout.js';
import { indexed, matches } from './testing/storeModel.js';
import { anyText, partOf, quoted } from './testing/texts.js';
import { wordsClause } from './wordsClause.js';

const dialects: readonly Dialect[] = [
  { product: 'elasticsearch', major: 8, minor: 19 },
  { product: 'elasticsearch', major: 7, minor: 10 },
  { product: 'elasticsearch', major: 6, minor: 8 },
  { product: 'opensearch', major: 2, minor: 19 },
];

const options = fc.record({ dialect: fc.constantFrom(...dialects), loose: fc.boolean() });
const lineAndPart = anyText.chain((line) => fc.tuple(fc.constant(line), partOf(line)));
const runs = { numRuns: 1000 };

/** A word that the store can be asked for. */
const isAsked = (word: string) => word.trim() !== '' && piecesOf(word).pieces.length > 0;

describe('the lines that a store finds for a word, and those that grep finds', () => {
  const layout = messageLayout();
  const both = messageLayout({ exact: 'message.keyword' });

  it('hold every part of them', () => {
    fc.assert(
      fc.property(lineAndPart, options, ([line, part], how) => {
        fc.pre(isAsked(part) && matchesWords(quoted(part), line));
        expect(matches(wordsClause(quoted(part), layout, how), indexed(line))).toBe(true);
      }),
      runs,
    );
  });

  it('are the same for a word that the index tells whole', () => {
    fc.assert(
      fc.property(lineAndPart, anyText, options, ([line, part], other, how) => {
        fc.pre(piecesOf(part).isWhole);
        for (const text of [line, other]) {
          const found = matches(wordsClause(quoted(part), layout, how), indexed(text));
          expect(found).toBe(matchesWords(quoted(part), text));
        }
      }),
      runs,
    );
  });

  it('are the same where the store has the whole line besides, and never fewer', () => {
    fc.assert(
      fc.property(
        lineAndPart,
        anyText,
        fc.constantFrom(...dialects),
        ([line, part], other, dialect) => {
          fc.pre(isAsked(part));
          for (const text of [line, other]) {
            const document = indexed(text);
            const found = matches(wordsClause(quoted(part), both, { dialect }), document);
            const truth = matchesWords(quoted(part), text);
            if (truth) expect(found).toBe(true);
            else if (document.whole !== undefined) expect(found).toBe(false);
          }
        },
      ),
      runs,
    );
  });

  it('are opposites for an excluded word', () => {
    fc.assert(
      fc.property(lineAndPart, options, ([line, part], how) => {
        fc.pre(isAsked(part));
        const found = matches(wordsClause(quoted(part), layout, how), indexed(line));
        const rest = matches(wordsClause(`-${quoted(part)}`, layout, how), indexed(line));
        expect(rest).toBe(!found);
      }),
      runs,
    );
  });
});
