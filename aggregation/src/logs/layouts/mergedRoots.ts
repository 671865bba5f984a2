import type { ClusterSource } from '../clusterSource.js';
import type { ShapeTable } from '../shapes/index.js';
import type { FieldView } from './fieldView.js';

/** More keys than this are some other thing than a program's JSON lines. */
const MOST_KEYS = 64;

const rootOf = (name: string) => name.split('.', 1)[0] ?? name;

/** Keys at the root that are not the shipper's: a JSON line was merged into the record. */
export function mergedRoots(
  { ownRoots }: ShapeTable,
  view: FieldView,
  cluster: ClusterSource,
): readonly string[] {
  if (ownRoots === undefined) return [];
  const own = new Set<string>(ownRoots);
  if (cluster.kind === 'field') own.add(rootOf(cluster.field));
  const roots = new Set(view.names().map(rootOf));
  const merged = [...roots].filter((root) => !own.has(root) && !root.startsWith('_'));
  return merged.slice(0, MOST_KEYS);
}
