import type { MetricName } from './catalog.js';

/** Label names to values, as the catalogue's rows name them. */
export type LabelSet = Readonly<Record<string, string>>;

/** One value of one metric of the catalogue. Labels with an empty value are not printed. */
export interface Series {
  readonly metric: MetricName;
  readonly labels: LabelSet;
  readonly value: number;
}
