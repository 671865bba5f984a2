import { maxBy, sumBy } from './expr.js';
import type { SelfName } from './self.js';
import { CLUSTER, select, type KnownMetric } from './select.js';

/** An exporter is known by its `instance`: its node, or the name of the one with the role cluster. */
const EXPORTER = ['cluster', 'instance'] as const;

/** Prometheus' own figures of the jobs that scrape exporters; the alerts ask for the same jobs. */
const JOB = 'job=~".*gpuscope.*"';

export const ofJob = (metric: KnownMetric): string => select(metric, CLUSTER, JOB);

const own = (name: SelfName): string => select(name, CLUSTER);

/** The highest of an exporter's own figure, per exporter and label. */
export const worst = (name: SelfName, ...labels: readonly string[]): string =>
  maxBy([...EXPORTER, ...labels], own(name));

export const totalOf = (name: SelfName, ...labels: readonly string[]): string =>
  sumBy([...EXPORTER, ...labels], own(name));

/** How much a counter grew in the last hour, per exporter and label. */
export const grewInHour = (name: SelfName, ...labels: readonly string[]): string =>
  sumBy([...EXPORTER, ...labels], `increase(${own(name)}[1h])`);

/** Program and role of each exporter; one that is down keeps what it said within a day. */
const BUILD = `topk by (cluster, instance) (1, max by (cluster, instance, version, role) (last_over_time(${own('gpuscope_exporter_build_info')}[1d])))`;

/** A figure per exporter with its version and role; one that never said them has none. */
export const withBuild = (figure: string): string =>
  `((${figure}) * on (cluster, instance) group_left (version, role) ${BUILD})` +
  ` or ((${figure}) unless on (cluster, instance) ${BUILD})`;

export const upOf = maxBy(EXPORTER, ofJob('up'));

export const builds = `count by (cluster, version, role) (${own('gpuscope_exporter_build_info')})`;
