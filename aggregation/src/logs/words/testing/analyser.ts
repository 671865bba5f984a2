/** How the store's analyser parts and folds words, for tests that compare it with a real store's. */
export { fold } from '../fold.js';
export { tokensOf } from '../tokens.js';
