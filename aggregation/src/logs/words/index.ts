export { fold } from './fold.js';
export { isTooLarge } from './isTooLarge.js';
export { lineMatcher, matchesWords } from './matchesWords.js';
export type { WordsOptions } from './options.js';
export { parseWords, type ParsedWords } from './parseWords.js';
export { searchWords } from './searchWords.js';
export { fieldWordClause, wordsClause } from './wordsClause.js';
export { wordsNotices } from './wordsNotices.js';
