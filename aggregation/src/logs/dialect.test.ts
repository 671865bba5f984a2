import {
  formatsSort,
  ignoresCase,
  intervalKey,
  knowsNanos,
  sortsMixedTimes,
  tracksTotals,
} from './dialect.js';
import {
  ELASTICSEARCH_6,
  ELASTICSEARCH_7_0,
  ELASTICSEARCH_7_17,
  ELASTICSEARCH_8,
  ELASTICSEARCH_9,
  OPENSEARCH_2,
  OPENSEARCH_3,
} from './search/testing/plans.js';

const STORES = [
  ELASTICSEARCH_6,
  ELASTICSEARCH_7_0,
  ELASTICSEARCH_7_17,
  ELASTICSEARCH_8,
  ELASTICSEARCH_9,
  OPENSEARCH_2,
  OPENSEARCH_3,
] as const;

/** What 6.8, 7.0, 7.17, 8 and 9 of Elasticsearch, 2 and 3 of OpenSearch can. */
const CAN = [
  ['compare texts in any case', ignoresCase, [false, false, true, true, true, true, true]],
  ['count hits up to a bound', tracksTotals, [false, true, true, true, true, true, true]],
  ['keep nanoseconds', knowsNanos, [false, true, true, true, true, true, true]],
  ['sort by both kinds of time', sortsMixedTimes, [false, false, true, true, true, true, true]],
  [
    'say a time that was sorted by in words',
    formatsSort,
    [false, false, true, true, true, false, false],
  ],
] as const;

describe('what a store can', () => {
  it.each(CAN)('%s', (_what, can, wanted) => {
    expect(STORES.map((store) => can(store))).toEqual(wanted);
  });

  it('how steps of a histogram are named', () => {
    expect(STORES.map(intervalKey)).toEqual([
      'interval',
      'interval',
      'fixed_interval',
      'fixed_interval',
      'fixed_interval',
      'fixed_interval',
      'fixed_interval',
    ]);
  });

  it('changes at the version that brought it, not before', () => {
    const minor = (version: number) => ({ ...ELASTICSEARCH_7_0, minor: version });
    expect([9, 10].map((version) => ignoresCase(minor(version)))).toEqual([false, true]);
    expect([1, 2].map((version) => intervalKey(minor(version)))).toEqual([
      'interval',
      'fixed_interval',
    ]);
    expect([12, 13].map((version) => formatsSort(minor(version)))).toEqual([false, true]);
  });
});
