import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';

/** How many rows were put above the one that was first; none where it is gone. */
const rowsAbove = (first: string | undefined, places: ReadonlyMap<string, number>): number =>
  first === undefined ? 0 : (places.get(first) ?? 0);

/** Rows that come above move nothing that is read: only who is at the top sees them at once. */
export function useKeptPlace(
  drawn: Virtualizer<HTMLDivElement, Element>,
  keys: readonly string[],
  places: ReadonlyMap<string, number>,
): void {
  const first = useRef(keys[0]);
  useLayoutEffect(() => {
    const added = rowsAbove(first.current, places);
    first.current = keys[0];
    const offset = drawn.scrollOffset ?? 0;
    if (added === 0 || offset === 0) return;
    drawn.scrollToOffset(offset + (drawn.measurementsCache[added]?.start ?? 0));
  }, [drawn, keys, places]);
}
