import type { Said } from '../../said/index.js';
import { GpuscopeError } from '../../errors.js';
import { say } from '../../said/index.js';

export interface ParsedWords {
  /** All of these stand in the line. */
  readonly include: readonly string[];
  /** None of these does. */
  readonly exclude: readonly string[];
}

/** Words are typed by people or pasted by them: a page of text is neither. */
export const WORDS_MAX_CHARS = 4000;
export const WORDS_MAX_COUNT = 40;

/** A sign, then a quoted word or one without blanks; `\"` and `\\` stand for themselves inside quotes. */
const WORD = /(?<minus>-(?=\S))?(?:"(?<quoted>(?:[^"\\]|\\[\s\S])*)"|(?<bare>(?!-")[^\s"]\S*))/uy;
const BLANKS = /\s*/uy;

const unescape = (quoted: string) => quoted.replace(/\\(["\\])/gu, '$1');

function refuse(reason: Said): never {
  throw new GpuscopeError('QUERY_INVALID', say('words.at', { reason }));
}

function check(words: string): void {
  if (words.length > WORDS_MAX_CHARS) {
    refuse(say('words.tooLong', { chars: words.length, most: WORDS_MAX_CHARS }));
  }
}

/**
 * A user's words: parted by blanks, "quoted" where they hold blanks or begin with `-` or a quote, `-word` where they
 * must not stand. A quote inside a word (`a="b"`) is a sign like others.
 * @throws GpuscopeError QUERY_INVALID for a quote that isn't closed, or too many words.
 */
export function parseWords(words: string): ParsedWords {
  check(words);
  const include = new Set<string>();
  const exclude = new Set<string>();
  let at = 0;
  for (;;) {
    BLANKS.lastIndex = at;
    BLANKS.exec(words);
    at = BLANKS.lastIndex;
    if (at >= words.length) break;
    WORD.lastIndex = at;
    const groups = WORD.exec(words)?.groups;
    if (groups === undefined) {
      refuse(say('words.quoteOpen', { at: words.indexOf('"', at) + 1 }));
    }
    const { minus, quoted, bare } = groups;
    at = WORD.lastIndex;
    const word = bare ?? unescape(quoted ?? '');
    if (word.trim() !== '') (minus === undefined ? include : exclude).add(word);
  }
  const count = include.size + exclude.size;
  if (count > WORDS_MAX_COUNT)
    refuse(say('words.tooMany', { words: count, most: WORDS_MAX_COUNT }));
  return { include: [...include], exclude: [...exclude] };
}
