import { fold } from './fold.js';
import { parseWords } from './parseWords.js';

/** Whether a line has all the words, and none of the excluded ones, wherever they stand and in any case. */
export function lineMatcher(words: string): (line: string) => boolean {
  const { include, exclude } = parseWords(words);
  const wanted = include.map(fold);
  const unwanted = exclude.map(fold);
  if (wanted.length === 0 && unwanted.length === 0) return () => true;
  return (line) => {
    const folded = fold(line);
    return (
      wanted.every((word) => folded.includes(word)) &&
      !unwanted.some((word) => folded.includes(word))
    );
  };
}

/** What `grep -i -F` says, for each word: the truth that a store's hits are checked against. */
export const matchesWords = (words: string, line: string): boolean => lineMatcher(words)(line);
