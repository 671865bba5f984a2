/** What a store's search understands; decided from its product and version. */
export interface Dialect {
  readonly product: 'elasticsearch' | 'opensearch';
  readonly major: number;
  readonly minor: number;
}

/** OpenSearch was made from Elasticsearch 7.10 and counts on from 1.0. */
function isElasticsearchFrom(
  { product, major, minor }: Dialect,
  atLeast: readonly [number, number],
) {
  const [needMajor, needMinor] = atLeast;
  if (product === 'opensearch') return needMajor < 7 || (needMajor === 7 && needMinor <= 10);
  return major > needMajor || (major === needMajor && minor >= needMinor);
}

/** `case_insensitive` in term, prefix and wildcard. */
export const ignoresCase = (dialect: Dialect) => isElasticsearchFrom(dialect, [7, 10]);

/** The interval of a histogram is `fixed_interval`; before, `interval`. */
export const intervalKey = (dialect: Dialect) =>
  isElasticsearchFrom(dialect, [7, 2]) ? 'fixed_interval' : 'interval';

/** Sorting dates and nanosecond dates together. */
export const sortsMixedTimes = (dialect: Dialect) => isElasticsearchFrom(dialect, [7, 2]);

/** Dates in nanoseconds; before, there are none. */
export const knowsNanos = (dialect: Dialect) => isElasticsearchFrom(dialect, [7, 0]);

/** `format` in a sort: only then do nanoseconds survive the JSON number that a sort value is. */
export const formatsSort = (dialect: Dialect) =>
  dialect.product === 'elasticsearch' && isElasticsearchFrom(dialect, [7, 13]);

/** `track_total_hits`; before, totals are always exact. */
export const tracksTotals = (dialect: Dialect) => isElasticsearchFrom(dialect, [7, 0]);
