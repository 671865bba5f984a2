import type { Layout } from '../layout.js';
import { comparesSigns, findsInside, type WordsOptions } from './options.js';
import { parseWords } from './parseWords.js';
import { piecesOf } from './pieces.js';

/** What a user must know of the words that were asked for: where the store finds more or less than grep would. */
export function wordsNotices(
  words: string,
  layout: Layout,
  options: WordsOptions,
): readonly string[] {
  const { include, exclude } = parseWords(words);
  const asked = [...include, ...exclude];
  const { text, exact } = layout.roles.message;
  if (asked.length === 0 || text === undefined) return [];
  const notices: string[] = [];
  if (!findsInside(options) && asked.some((word) => piecesOf(word).pieces.some(isInside))) {
    notices.push(
      'So many records: words are found from their beginning on, not inside others; choose a shorter range.',
    );
  }
  const signs = asked.filter((word) => !piecesOf(word).isWhole);
  if (signs.length > 0 && (exact === undefined || !comparesSigns(options))) {
    const shown = signs.slice(0, 3).join(', ');
    notices.push(`Counts include lines that have other signs or blanks in the place of ${shown}.`);
  }
  return notices;
}

const isInside = ({ isOpenStart }: { readonly isOpenStart: boolean }) => isOpenStart;
