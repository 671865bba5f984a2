import type { Labels, MetricType } from './exposition.js';

/** One sample to be written. */
export interface SeriesSample {
  readonly labels: Labels;
  readonly value: number;
  /** Whole milliseconds since the epoch. */
  readonly timestampMs?: number;
  /** Where the sample is not called as its family: `x_bucket` of a histogram `x`, `x_created`. */
  readonly name?: string;
}

/**
 * A family to be written. `name` is what its samples are called, so a counter's ends in `_total`
 * in both formats: OpenMetrics' shorter family name is the serialiser's affair.
 */
export interface SeriesFamily {
  readonly name: string;
  readonly type: MetricType;
  readonly help: string;
  /** OpenMetrics only, and only where the family's name ends in it. */
  readonly unit?: string;
  readonly samples: readonly SeriesSample[];
}
