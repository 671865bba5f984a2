import type { CycleInput, ExporterSite } from '@gpuscope/aggregation';

function firstOf(labels: ReadonlyMap<string, string>, keys: readonly string[]): string {
  return keys.map((key) => labels.get(key) ?? '').find((value) => value !== '') ?? '';
}

/** Where the node stands: of each list of label keys, the first that the node has. */
export function placeOf(
  labels: ReadonlyMap<string, string>,
  keys: ExporterSite['nodeLabels'],
): CycleInput['place'] {
  return { pool: firstOf(labels, keys.pool), rack: firstOf(labels, keys.rack) };
}
