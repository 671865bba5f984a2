import { LETTER } from './letters.js';
import { GAP } from './mask.js';

/** Shorter pieces are in nearly every line. */
const LEAST_CHARS = 3;
/** So that several patterns stay within what a store is asked at once. */
const MOST_PIECES = 12;

/** A gap with what touches it: letters beside a number are one word with it, as `GiB` in `12GiB`. */
const TORN = new RegExp(`[${LETTER}\\p{N}_]*${GAP}[${LETTER}\\p{N}_]*`, 'gu');

/** The pieces that every line of a pattern holds, in their order; the longest ones. */
export function piecesOf(pattern: string): readonly string[] {
  const pieces = pattern
    .replace(TORN, ' ')
    .split(/\s+/u)
    .filter((piece) => piece.length >= LEAST_CHARS);
  const longest = [...new Set(pieces)]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST_PIECES);
  return pieces.filter((piece, at) => longest.includes(piece) && pieces.indexOf(piece) === at);
}

const quoted = (piece: string): string => `"${piece.replace(/["\\]/gu, '\\$&')}"`;

/** Lines of a pattern in Lucene; undefined where nothing in it stays the same. */
export function patternClause(pattern: string): string | undefined {
  const pieces = piecesOf(pattern);
  return pieces.length === 0 ? undefined : `(${pieces.map(quoted).join(' AND ')})`;
}

/** Lines of a pattern as words. */
export const patternWords = (pattern: string): string => piecesOf(pattern).map(quoted).join(' ');
