import type { Dialect } from '../dialect.js';

export interface WordsOptions {
  readonly dialect: Dialect;
  /** About how many records the range holds; absent: unknown, few. */
  readonly documents?: number;
  /** Ask less of the store: the parts of a word anywhere in the line. For a search that was refused as too large. */
  readonly loose?: boolean;
}

/**
 * Above it a word is found from the beginning of the index's own words only: to find it inside them, the store must
 * read all the words that it knows.
 */
export const WHOLE_WORDS_ABOVE = 20_000_000;

/** Above it signs between words are not compared by the store: for that it must read all the lines that it knows. */
const SIGNS_UP_TO = 2_000_000;

export const findsInside = ({ documents = 0 }: WordsOptions) => documents <= WHOLE_WORDS_ABOVE;
export const comparesSigns = ({ documents = 0 }: WordsOptions) => documents <= SIGNS_UP_TO;

/** Whether the store can be asked for parts of words in a row: OpenSearch's `match_only_text` knows phrases only. */
export const knowsRows = ({ type }: { readonly type: string }, options: WordsOptions): boolean =>
  type !== 'match_only_text' || asksIntervals(options);

/**
 * Elasticsearch's `match_only_text` knows intervals and no spans, and field capabilities call it text; it came with
 * 7.14. Before, and in OpenSearch, spans bear more expansions.
 */
export function asksIntervals({ dialect: { product, major, minor } }: WordsOptions): boolean {
  return product === 'elasticsearch' && (major > 7 || (major === 7 && minor >= 14));
}
