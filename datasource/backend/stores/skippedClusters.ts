import type { JsonValue } from '@gpuscope/aggregation/logs';
import { numberAt, objectAt, textAt } from './json.js';

/** The clusters that a pattern names: `eu:logs-*,logs-*` names `eu`. */
const clustersIn = (index: string): readonly string[] => [
  ...new Set(
    index.split(',').flatMap((part) => (part.includes(':') ? (part.split(':')[0] ?? []) : [])),
  ),
];

/** Clusters that gave nothing, by name. Before Elasticsearch 8.10 the answer only counts them. */
export function skippedClusters(body: JsonValue, index: string): readonly string[] {
  const clusters = objectAt(body, '_clusters');
  const details = Object.entries(objectAt(clusters, 'details'));
  if (details.length > 0) {
    return details
      .filter(([, detail]) => ['skipped', 'failed'].includes(textAt(detail, 'status')))
      .map(([name]) => name);
  }
  const skipped = numberAt(clusters, 'skipped');
  if (skipped === 0) return [];
  const named = clustersIn(index);
  return named.length === skipped ? named : [`${skipped} of ${named.join(', ')}`];
}
