import { parseWords } from './parseWords.js';

/** Signs by their number: Grafana cuts an open bracket and what follows off the end of an expression. */
function literal(word: string): string {
  return word.replace(
    /[\u0021-\u002f\u003a-\u0040\u005b-\u005e\u0060\u007b-\u007f]/gu,
    (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/** For Grafana's highlighter, which takes regular expressions: each word literally, in any case. */
export const searchWords = (words: string): readonly string[] =>
  parseWords(words).include.map((word) => `(?i)${literal(word)}`);
