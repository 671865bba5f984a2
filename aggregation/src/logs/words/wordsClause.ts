import { GpuscopeError } from '../../errors.js';
import type { Field, Layout } from '../layout.js';
import type { Clause } from '../search/clause.js';
import { all, any, none } from '../search/clause.js';
import { comparesSigns, knowsRows, type WordsOptions } from './options.js';
import { parseWords } from './parseWords.js';
import { pieceClause } from './pieceClause.js';
import { piecesOf, type WordPieces } from './pieces.js';
import { wholeLineClause } from './wholeLine.js';
import { say } from '../../said/index.js';

function refuse(word: string): never {
  throw new GpuscopeError(
    'QUERY_INVALID',
    say('words.onlySigns', { word: word.slice(0, 100), start: word.slice(0, 20) }),
  );
}

/** Where the store has whole lines besides, those that it has are compared sign by sign; it leaves out long ones. */
function compared(field: string, word: string, found: Clause, options: WordsOptions): Clause {
  const isShort = wholeLineClause(field, word, options);
  return all(found, any(isShort, none({ exists: { field } })));
}

function onWords(
  field: Field & { readonly text: string },
  word: string,
  { pieces, isWhole, hasOther }: WordPieces,
  options: WordsOptions,
): Clause {
  // An emoji by itself: the store's own analyser knows whether it is a word.
  if (pieces.length === 0)
    return hasOther ? { match_phrase: { [field.text]: word } } : refuse(word);
  const asked = knowsRows(field, options) ? options : { ...options, loose: true };
  const found = all(...pieces.map((piece) => pieceClause(field.text, piece, asked)));
  if (isWhole || field.exact === undefined || !comparesSigns(options)) return found;
  return compared(field.exact, word, found, options);
}

function wordClause(field: Field, word: string, options: WordsOptions): Clause {
  const { text, exact } = field;
  if (text !== undefined) return onWords({ ...field, text }, word, piecesOf(word), options);
  if (exact !== undefined) return wholeLineClause(exact, word, options);
  throw new GpuscopeError(
    'QUERY_INVALID',
    say('words.noSearch', { field: field.path, type: field.type }),
  );
}

/**
 * Lines whose message has all the words and none of the excluded ones (`parseWords` says how they are written), in
 * any case and wherever they stand in the text, as `grep -i -F` finds them.
 *
 * It finds every line that grep finds, but for words that reach over the 255th character of a word of the index,
 * ideographs that bear an accent, a part of an emoji that is made of several and, above 20 million records
 * (`options.documents`), words that begin inside a word of the index. It finds more where a word holds signs, which
 * the index does not keep ("a=b" finds "a: b"), unless the store also has the whole line as one term: check hits with
 * `matchesWords`. Excluded words exclude what they would find.
 * @throws GpuscopeError QUERY_INVALID for a word of signs only, a quote that isn't closed, too many words.
 */
export function wordsClause(words: string, layout: Layout, options: WordsOptions): Clause {
  const { include, exclude } = parseWords(words);
  const { heading, roles } = layout;
  const find = (word: string): Clause => {
    const inLine = wordClause(roles.message, word, options);
    return heading === undefined ? inLine : any(inLine, wordClause(heading, word, options));
  };
  return all(...include.map(find), ...exclude.map((word) => none(find(word))));
}
