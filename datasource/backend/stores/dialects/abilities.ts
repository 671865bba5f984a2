import type { Dialect } from '@gpuscope/aggregation/logs';

const isFrom = ({ major, minor }: Dialect, wanted: readonly [number, number]): boolean =>
  major > wanted[0] || (major === wanted[0] && minor >= wanted[1]);

/** OpenSearch began as Elasticsearch 7.10. */
const elasticsearchFrom = (dialect: Dialect, wanted: readonly [number, number]): boolean =>
  dialect.product === 'elasticsearch'
    ? isFrom(dialect, wanted)
    : wanted[0] < 7 || (wanted[0] === 7 && wanted[1] <= 10);

/** Field capabilities that name the indices which lack a field. Before, the mappings say it. */
export const tellsUnmapped = (dialect: Dialect): boolean => elasticsearchFrom(dialect, [7, 2]);

/**
 * A point in time whose pages can be told apart to the record, by `_shard_doc`. OpenSearch 2 has points in time, but
 * records with equal sort values get lost between their pages; scrolling loses none.
 */
export const hasExactPointInTime = (dialect: Dialect): boolean =>
  dialect.product === 'elasticsearch' && isFrom(dialect, [7, 12]);

/** A search ends when its connection is closed. Before, its task must be cancelled. */
export const endsWithConnection = (dialect: Dialect): boolean => elasticsearchFrom(dialect, [7, 4]);

/** Elastic's client speaks to it. */
export const takesElasticClient = (dialect: Dialect): boolean =>
  dialect.product === 'elasticsearch' && dialect.major >= 8;
