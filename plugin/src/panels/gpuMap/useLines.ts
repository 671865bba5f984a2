import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';
import { cellsOf } from './counts.js';
import type { MapItem } from './items.js';
import type { MapLayout } from './layout.js';
import { GROUP_HEIGHT, nodeHeight } from './layout.js';
import { stripLayout } from './strip.js';

/** Below the strip of a closed group. */
const SPACE = 6;

function heightOf(item: MapItem | undefined, layout: MapLayout): number {
  if (item === undefined) return 0;
  if (item.kind === 'node') return nodeHeight(item.node.boards.length, layout);
  const { group, isOpen } = item;
  if (isOpen) return GROUP_HEIGHT;
  return GROUP_HEIGHT + stripLayout(cellsOf(group.nodes).length, layout.width).height + SPACE;
}

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
