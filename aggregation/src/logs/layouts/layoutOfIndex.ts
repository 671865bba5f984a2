import type { Layout } from '../layout.js';

/** The layout of the index that a hit names; a cross-cluster prefix may stand before it. */
export function layoutOfIndex(index: string, layouts: readonly Layout[]): Layout | undefined {
  const exact = layouts.find(({ indices }) => indices === undefined || indices.includes(index));
  const colon = index.indexOf(':');
  if (exact !== undefined || colon < 0) return exact;
  return layoutOfIndex(index.slice(colon + 1), layouts);
}
