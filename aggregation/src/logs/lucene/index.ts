export { luceneClause } from './luceneClause.js';
export type { LuceneOptions } from './options.js';
