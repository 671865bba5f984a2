import { byNature } from '../shared/natural.js';
import type { MapNode } from './cell.js';
import type { Counts } from './counts.js';
import { byWorst, cellsOf, countCells, meanBusy } from './counts.js';
import type { Grouping } from './options.js';

/** What holds the nodes of a group together. */
export type GroupKind = 'pool' | 'rack' | 'cluster';

export interface MapGroup {
  readonly key: string;
  readonly kind: GroupKind;
  /** Empty for nodes that are in none. */
  readonly name: string;
  /** The worst first. */
  readonly nodes: readonly MapNode[];
  readonly boards: number;
  readonly counts: Counts;
  readonly busy: number;
}

/** More rows than this nobody looks through. */
export const MANY_NODES = 32;

const KINDS: readonly GroupKind[] = ['pool', 'rack', 'cluster'];

const distinct = (nodes: readonly MapNode[], kind: GroupKind): number =>
  new Set(nodes.map((node) => node[kind])).size;

/** By what to group; undefined where every node is to be seen. */
export function groupKind(nodes: readonly MapNode[], wish: Grouping): GroupKind | undefined {
  if (wish === 'none') return undefined;
  if (wish !== 'auto') return wish;
  if (nodes.length <= MANY_NODES) return undefined;
  // Groups of one node each would only make the map longer.
  return KINDS.find((kind) => distinct(nodes, kind) > 1 && distinct(nodes, kind) < nodes.length);
}

const nodeCounts = (node: MapNode): Counts => countCells(cellsOf([node]));

/** The worst node first, equals as they come; counted once each, not at every comparison. */
function worstFirst(nodes: readonly MapNode[]): readonly MapNode[] {
  const counted = nodes.map((node) => ({ node, counts: nodeCounts(node) }));
  return counted.sort((a, b) => byWorst(a.counts, b.counts)).map(({ node }) => node);
}

/** Nodes that stand in no group: few as people count, of many those first that somebody should look at. */
export const ungrouped = (nodes: readonly MapNode[]): readonly MapNode[] =>
  nodes.length > MANY_NODES ? worstFirst(nodes) : nodes;

function groupOf(kind: GroupKind, name: string, nodes: readonly MapNode[]): MapGroup {
  const cells = cellsOf(nodes);
  return {
    key: `${kind}\n${name}`,
    kind,
    name,
    nodes: worstFirst(nodes),
    boards: nodes.reduce((sum, { boards }) => sum + boards.length, 0),
    counts: countCells(cells),
    busy: meanBusy(cells),
  };
}

/** The nodes in groups, the worst group and in it the worst node first; equals in the order in which people count. */
export function groupNodes(nodes: readonly MapNode[], kind: GroupKind): readonly MapGroup[] {
  const names = [...new Set(nodes.map((node) => node[kind]))].sort(byNature);
  return names
    .map((name) =>
      groupOf(
        kind,
        name,
        nodes.filter((node) => node[kind] === name),
      ),
    )
    .sort((a, b) => byWorst(a.counts, b.counts));
}
