import { ignoresCase } from '../dialect.js';
import type { Clause } from '../search/clause.js';
import { escapePattern } from './escapePattern.js';
import type { WordsOptions } from './options.js';

const isCased = (character: string) => character.toLowerCase() !== character.toUpperCase();
const isAscii = (character: string) => character < '\u0080';

/**
 * Lines that hold a word, on a field that holds whole lines as one term. Stores that can't ignore case, and no store
 * does it beyond ASCII, take any character for a letter.
 */
export function wholeLineClause(field: string, word: string, { dialect }: WordsOptions): Clause {
  const knowsCase = ignoresCase(dialect);
  const pattern = [...word]
    .map((character) =>
      isCased(character) && !(knowsCase && isAscii(character)) ? '?' : escapePattern(character),
    )
    .join('');
  const value = `*${pattern}*`;
  return {
    wildcard: { [field]: knowsCase ? { value, case_insensitive: true } : { value } },
  };
}
