import type { Said } from '../../said/index.js';
import type { Segment } from './node.js';
import { refuse } from './refuse.js';
import { say } from '../../said/index.js';

export type Lexeme =
  | { readonly kind: 'sign'; readonly text: string; readonly at: number }
  | { readonly kind: 'phrase'; readonly text: string; readonly at: number }
  | { readonly kind: 'term'; readonly segments: readonly Segment[]; readonly at: number }
  | { readonly kind: 'end'; readonly at: number };

const BLANK = /\s+/uy;
const PHRASE = /"((?:[^"\\]|\\[\s\S])*)"/uy;
const SIGN = /&&|\|\||[()[\]{}:!+-]|[<>]=?/uy;
const TERM = /(?:[^\s()[\]{}:"\\^~&|]|&(?!&)|\|(?!\|)|\\[\s\S])+/uy;
/** Signs that begin something, though a term may go on with them. */
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|([\s\S]))/gu;

const unescape = (text: string) =>
  text.replace(ESCAPE, (_, code: string | undefined, sign: string | undefined) =>
    code === undefined ? (sign ?? '') : String.fromCharCode(parseInt(code, 16)),
  );

function at(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

function segments(raw: string): readonly Segment[] {
  return [...raw.matchAll(/[*?]|(?:\\[\s\S]|[^*?\\])+/gu)].map(([text]) => ({
    text: unescape(text),
    isWildcard: text === '*' || text === '?',
  }));
}

const REFUSED: Readonly<Record<string, Said>> = {
  '~': say('lucene.fuzzy'),
  '^': say('lucene.boost'),
  '"': say('lucene.quoteOpen'),
  '\\': say('lucene.backslash'),
  '/': say('lucene.regexp'),
};

function refuseSign(text: string, place: number): never {
  const sign = text[place] ?? '';
  refuse(place, REFUSED[sign] ?? say('lucene.strangeSign', { sign }));
}

function lexemeAt(text: string, place: number): { readonly lexeme: Lexeme; readonly end: number } {
  if (text[place] === '/') refuseSign(text, place);
  const phrase = at(PHRASE, text, place);
  if (phrase !== null) {
    const lexeme: Lexeme = { kind: 'phrase', text: unescape(phrase[1] ?? ''), at: place };
    return { lexeme, end: PHRASE.lastIndex };
  }
  const sign = at(SIGN, text, place);
  if (sign !== null) {
    return { lexeme: { kind: 'sign', text: sign[0], at: place }, end: SIGN.lastIndex };
  }
  const term = at(TERM, text, place);
  if (term === null) refuseSign(text, place);
  const lexeme: Lexeme = { kind: 'term', segments: segments(term[0]), at: place };
  return { lexeme, end: TERM.lastIndex };
}

/**
 * The parts of a query.
 * @throws GpuscopeError QUERY_INVALID for signs that mean something to Lucene which is not known here.
 */
export function lex(text: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  let place = 0;
  for (;;) {
    place += at(BLANK, text, place)?.[0].length ?? 0;
    if (place >= text.length) break;
    const { lexeme, end } = lexemeAt(text, place);
    lexemes.push(lexeme);
    place = end;
  }
  return [...lexemes, { kind: 'end', at: text.length }];
}
