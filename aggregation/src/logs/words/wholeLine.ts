import { ignoresCase } from '../dialect.js';
import type { Clause } from '../search/clause.js';
import { escapePattern } from './escapePattern.js';
import { fold } from './fold.js';
import type { WordsOptions } from './options.js';

/** Stores refuse expressions of more than 1,000 characters; a letter takes four. */
const LONGEST = 200;

const isAscii = (character: string) => character < '\u0080';

/** A character in the cases that it has, each of one character, as `fold` takes them for the same. */
const casesOf = (character: string): readonly string[] =>
  [...new Set([character, fold(character), character.toUpperCase()])].filter(
    (text) => [...text].length === 1 && fold(text) === fold(character),
  );

function expressionOf(character: string): string {
  const cases = casesOf(character);
  if (cases.length > 1) return `[${cases.join('')}]`;
  return /[\p{L}\p{N}]/u.test(character) || !isAscii(character) ? character : `\\${character}`;
}

/**
 * Lines that hold a word, or its first 200 characters, on a field that holds whole lines as one term. Where the store
 * can't ignore case, and none does beyond ASCII, both cases are asked for.
 */
export function wholeLineClause(
  field: string,
  word: string,
  { dialect }: Pick<WordsOptions, 'dialect'>,
): Clause {
  const characters = [...word].slice(0, LONGEST);
  const isCased = (character: string) => casesOf(character).length > 1;
  if (ignoresCase(dialect) && characters.every((one) => isAscii(one) || !isCased(one))) {
    const value = `*${escapePattern(characters.join(''))}*`;
    return { wildcard: { [field]: { value, case_insensitive: true } } };
  }
  if (!characters.some(isCased)) {
    return { wildcard: { [field]: { value: `*${escapePattern(characters.join(''))}*` } } };
  }
  const value = `.*${characters.map(expressionOf).join('')}.*`;
  return { regexp: { [field]: { value, flags: 'NONE' } } };
}
