import { useMemo, useState } from 'react';
import type { MapNode } from './cell.js';
import { groupKind, groupNodes, ungrouped } from './groups.js';
import type { MapItem } from './items.js';
import { groupedItems, plainItems } from './items.js';
import type { Grouping } from './options.js';

const toggled = (set: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const changed = new Set(set);
  if (!changed.delete(key)) changed.add(key);
  return changed;
};

/** The lines of the map; groups are closed, so that all are seen, until the reader opens one. */
export function useItems(nodes: readonly MapNode[], wish: Grouping) {
  const kind = groupKind(nodes, wish);
  const groups = useMemo(
    () => (kind === undefined ? undefined : groupNodes(nodes, kind)),
    [nodes, kind],
  );
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const items = useMemo(
    (): readonly MapItem[] =>
      groups === undefined ? plainItems(ungrouped(nodes)) : groupedItems(groups, open),
    [groups, nodes, open],
  );
  const [toggle] = useState(() => (key: string) => setOpen((before) => toggled(before, key)));
  return { items, toggle };
}
