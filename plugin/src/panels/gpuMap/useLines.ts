import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';
import type { MapItem } from './items.js';
import type { MapLayout } from './layout.js';
import { GROUP_HEIGHT, nodeHeight } from './layout.js';

const heightOf = (item: MapItem | undefined, layout: MapLayout): number =>
  item?.kind === 'node' ? nodeHeight(item.node.boards.length, layout) : GROUP_HEIGHT;

/** The lines that are in sight, of however many there are. */
export function useLines(items: readonly MapItem[], layout: MapLayout) {
  const scroll = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: (row) => heightOf(items[row], layout),
    overscan: 6,
  });
  // Heights were reckoned for other lines or another width.
  useLayoutEffect(() => lines.measure(), [lines, items, layout]);
  return { scroll, lines };
}
