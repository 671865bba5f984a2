import type { Dialect } from '../dialect.js';
import type { Layout } from '../layout.js';

export interface LuceneOptions {
  readonly dialect: Dialect;
  /**
   * The layouts of the other records that are asked at once: a field that one of them has is no mistake; records
   * without it are not found.
   */
  readonly others?: readonly Layout[];
}
