export { isTooLarge } from './isTooLarge.js';
export { lineMatcher, matchesWords } from './matchesWords.js';
export type { WordsOptions } from './options.js';
export { searchWords } from './searchWords.js';
export { wordsClause } from './wordsClause.js';
export { wordsNotices } from './wordsNotices.js';
