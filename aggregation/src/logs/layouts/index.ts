export { layoutOfIndex } from './layoutOfIndex.js';
export type { Layouts, LayoutsOptions } from './layoutsOf.js';
export { layoutsOf } from './layoutsOf.js';
export type { SpellingsByIndex } from './fieldView.js';
export { readSpellings, spellingSearch } from './spellings.js';
