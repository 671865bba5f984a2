import { fold } from './fold.js';
import { LONGEST_TOKEN, tokensOf, type Token, type Tokens } from './tokens.js';

/** Neighbouring tokens of a word, as they stand one after the other in every line that has the word. */
export interface Piece {
  /** In lower case; at least one. */
  readonly tokens: readonly string[];
  /** The text between the first token and the last, for the store's own analyser; empty where there is none. */
  readonly middle: string;
  /** From the first token's begin to the last one's end. */
  readonly text: string;
  /** A line's token may begin before the first one, or go on after the last. */
  readonly isOpenStart: boolean;
  readonly isOpenEnd: boolean;
}

export interface WordPieces {
  readonly pieces: readonly Piece[];
  /** Lines that hold the pieces hold the word: it has no sign that the index does not know. */
  readonly isWhole: boolean;
  /** It has characters that some versions of the analyser take for words, and that no piece holds. */
  readonly hasOther: boolean;
}

/** What may stand between a word's edge and its first token, while the line's token begins even before. */
const OPEN_BEFORE = /^E*(?:[mnq]E*)?$/u;
const OPEN_AFTER = /^(?:[mnq]E*)?$/u;

function pieceOf({ characters, classes }: Tokens, run: readonly Token[], stretch: Token): Piece {
  const first = run[0] ?? stretch;
  const last = run.at(-1) ?? stretch;
  const slice = (start: number, end: number) => characters.slice(start, end).join('');
  const stands = (token: Token) => classes[token.start] === 'H';
  const before = classes.slice(stretch.start, first.start);
  const after = classes.slice(last.end, stretch.end);
  return {
    tokens: run.map(({ start, end }) => fold(slice(start, end))),
    middle: run.length > 2 ? slice(run[1]?.start ?? 0, run.at(-2)?.end ?? 0) : '',
    text: slice(first.start, last.end),
    isOpenStart: !stands(first) && OPEN_BEFORE.test(before),
    isOpenEnd: !stands(last) && OPEN_AFTER.test(after),
  };
}

/** Stretches without characters that the analyser's versions treat differently. */
function stretches(classes: string): readonly Token[] {
  return [...classes.matchAll(/[^U]+/gu)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Runs of tokens that the index holds in one piece; longer ones are cut there at places that depend on the line. */
function runs(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const found: Token[][] = [[]];
  for (const token of tokens) {
    if (token.end - token.start > LONGEST_TOKEN) found.push([]);
    else found.at(-1)?.push(token);
  }
  return found.filter((run) => run.length > 0);
}

/** What every line that has this word must have, told in the index's own words. */
export function piecesOf(word: string): WordPieces {
  const whole = tokensOf(word);
  const pieces = stretches(whole.classes).flatMap((stretch) => {
    const part = tokensOf(whole.characters.slice(stretch.start, stretch.end).join(''));
    const all = { start: 0, end: part.characters.length };
    return runs(part.tokens).map((run) => pieceOf(part, run, all));
  });
  const [only] = pieces;
  const isWhole = pieces.length === 1 && only?.tokens.length === 1 && only.text === word;
  return { pieces, isWhole, hasOther: whole.classes.includes('U') };
}
