import type { ClusterSource } from '../clusterSource.js';
import type { Hit } from '../record.js';
import { textOf, valueAt } from './valueAt.js';

/** The cluster that a hit is from; empty where it names none. */
export function clusterOf({ index, source }: Hit, cluster: ClusterSource): string {
  switch (cluster.kind) {
    case 'only':
      return cluster.cluster;
    case 'field':
      return textOf(valueAt(source, cluster.field));
    case 'index':
      return new RegExp(cluster.match, 'u').exec(index)?.[1] ?? '';
  }
}
