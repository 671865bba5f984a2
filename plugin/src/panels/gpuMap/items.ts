import type { Cell, MapNode } from './cell.js';
import type { MapGroup } from './groups.js';

/** A line of the map as it is drawn: a group's heading, or a node. */
export type MapItem =
  | { readonly kind: 'group'; readonly group: MapGroup; readonly isOpen: boolean }
  | { readonly kind: 'node'; readonly node: MapNode };

const nodeItem = (node: MapNode): MapItem => ({ kind: 'node', node });

/** Headings, each followed by its nodes where it is open. */
export const groupedItems = (
  groups: readonly MapGroup[],
  open: ReadonlySet<string>,
): readonly MapItem[] =>
  groups.flatMap((group): readonly MapItem[] => {
    const isOpen = open.has(group.key);
    return [{ kind: 'group', group, isOpen }, ...(isOpen ? group.nodes.map(nodeItem) : [])];
  });

export const plainItems = (nodes: readonly MapNode[]): readonly MapItem[] => nodes.map(nodeItem);

export const cellsOfNode = ({ boards }: MapNode): readonly Cell[] =>
  boards.flatMap(({ cells }) => cells);

/** Places in each line that keys can go to: the line's name first, then its cells. */
export const lengthsOf = (items: readonly MapItem[]): readonly number[] =>
  items.map((item) => (item.kind === 'group' ? 1 : 1 + cellsOfNode(item.node).length));
