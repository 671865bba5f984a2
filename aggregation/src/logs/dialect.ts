/** What a store's search understands; decided from its product and version. */
export interface Dialect {
  readonly product: 'elasticsearch' | 'opensearch';
  readonly major: number;
  readonly minor: number;
}
