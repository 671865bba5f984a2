import type { SourceHolder } from '../telemetry.js';
import type { LeafOfRow } from './leafOfRow.js';
import { byLeaf, byText } from '../order.js';
import type { Row } from './row.js';

/** Who holds what by the rows' own labels, each once: rows repeat it on every field and replica. */
export function holdersOf(rows: readonly Row[], leafOf: LeafOfRow): SourceHolder[] {
  const found = new Map<string, SourceHolder>();
  for (const labels of new Set(rows.map((row) => row.labels))) {
    const leaf = leafOf(labels);
    if (labels.holder === undefined || leaf === undefined) continue;
    const holder = { ...leaf, ...labels.holder };
    found.set(JSON.stringify(holder), holder);
  }
  return [...found.values()].sort(byHolder);
}

/** By leaf, then by name. */
export const byHolder = (a: SourceHolder, b: SourceHolder): number =>
  byLeaf(a, b) ||
  byText(a.namespace, b.namespace) ||
  byText(a.pod, b.pod) ||
  byText(a.container, b.container);
