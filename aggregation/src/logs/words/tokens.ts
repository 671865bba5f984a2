import { wordBreakClass } from './wordBreak.js';

/** A word as the store's index holds it, and which characters (code points) of the text it is: [start, end). */
export interface Token {
  readonly start: number;
  readonly end: number;
}

/** A text, taken apart as the standard analyser does. */
export interface Tokens {
  readonly characters: readonly string[];
  /** One class letter for each character. */
  readonly classes: string;
  readonly tokens: readonly Token[];
}

const digits = 'NE*(?:(?:(?:XE*)*|[nq]E*)NE*)*';
const letters = 'LE*(?:(?:(?:XE*)*|[mq]E*)LE*)*';
const katakana = 'KE*(?:(?:XE*)*KE*)*';
const part = `(?:${katakana}|(?:${digits}|${letters})+)`;

/** Words over class letters; a run of Thai or Khmer is one, an ideograph is one. */
const TOKEN = new RegExp(`(?:XE*)*${part}(?:(?:XE*)+${part})*(?:XE*)*|(?:SE*)+|HE*`, 'gu');

/** The analyser's words of a text, without their longest length (255): see `LONGEST_TOKEN`. */
export function tokensOf(text: string): Tokens {
  const characters = [...text];
  const classes = characters.map(wordBreakClass).join('');
  const tokens = [...classes.matchAll(TOKEN)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  return { characters, classes, tokens };
}

/** The analyser cuts longer words into pieces of this many UTF-16 units. */
export const LONGEST_TOKEN = 255;
