import type { MetricName } from './catalog.js';

/** One value of one metric of the catalogue. Labels with an empty value are not printed. */
export interface Series {
  readonly metric: MetricName;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}
