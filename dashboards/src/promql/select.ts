import type { MetricName } from '@gpuscope/aggregation';
import type { ForeignMetric } from './foreign.js';
import type { RecordedMetric } from './recorded.js';
import type { SelfName } from './self.js';

/** A metric that a board may ask for: ours, recorded by our rules, of our exporter itself, or of a list of others'. */
export type KnownMetric = MetricName | RecordedMetric | SelfName | ForeignMetric;

/** `metric{matcher, …}` */
export const select = (metric: KnownMetric, ...matchers: readonly string[]): string =>
  `${metric}{${matchers.join(', ')}}`;

/** Matches series with and without the label `cluster`: the value of All is `.*`. */
export const CLUSTER = 'cluster=~"$cluster"';

export const ON_NODES = `${CLUSTER}, node=~"$node"`;

export const OF_TENANTS = `${CLUSTER}, tenant=~"$tenant"`;

export const OF_APPS = `${OF_TENANTS}, app=~"$app", user=~"$user"`;
