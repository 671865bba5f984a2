import type { ShapeTable } from '../shapes/index.js';
import type { FieldView } from './fieldView.js';

/** More keys than this are some other thing than a program's JSON lines. */
const MOST_KEYS = 64;

/** Keys at the root that are not the shipper's: a JSON line was merged into the record. */
export function mergedRoots({ ownRoots }: ShapeTable, view: FieldView): readonly string[] {
  if (ownRoots === undefined) return [];
  const own = new Set<string>(ownRoots);
  const roots = new Set(view.names().map((name) => name.split('.', 1)[0] ?? name));
  const merged = [...roots].filter((root) => !own.has(root) && !root.startsWith('_'));
  return merged.slice(0, MOST_KEYS);
}
