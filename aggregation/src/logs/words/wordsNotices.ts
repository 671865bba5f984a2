import type { Said } from '../../said/index.js';
import type { Layout } from '../layout.js';
import { comparesSigns, findsInside, type WordsOptions } from './options.js';
import { parseWords } from './parseWords.js';
import { piecesOf } from './pieces.js';
import { say } from '../../said/index.js';

/** What a user must know of the words that were asked for: where the store finds more or less than grep would. */
export function wordsNotices(
  words: string,
  layout: Layout,
  options: WordsOptions,
): readonly Said[] {
  const { include, exclude } = parseWords(words);
  const asked = [...include, ...exclude];
  const { text, exact } = layout.roles.message;
  if (asked.length === 0 || text === undefined) return [];
  const notices: Said[] = [];
  if (!findsInside(options) && asked.some((word) => piecesOf(word).pieces.some(isInside))) {
    notices.push(say('notice.wordBeginnings'));
  }
  const signs = asked.filter((word) => !piecesOf(word).isWhole);
  if (signs.length > 0 && (exact === undefined || !comparesSigns(options))) {
    notices.push(say('notice.otherSigns', { words: signs.slice(0, 3).join(', ') }));
  }
  return notices;
}

const isInside = ({ isOpenStart }: { readonly isOpenStart: boolean }) => isOpenStart;
