import { labelWidthFor } from '../shared/labelWidth.js';
import type { MapNode } from './cell.js';

/** How large things are on the map, in pixels. */
export interface MapLayout {
  /** Of a whole line. */
  readonly width: number;
  readonly labelWidth: number;
  readonly boardWidth: number;
  readonly boardHeight: number;
  /** Boards beside one another; further ones go below. */
  readonly perLine: number;
}

export const GAP = 3;
export const GROUP_HEIGHT = 32;
/** Room for the scroll bar. */
const MARGIN = 14;
const NARROWEST = 18;
const WIDEST = 72;
const LOWEST = 20;
const HIGHEST = 34;
const LEGEND_HEIGHT = 52;

const between = (least: number, size: number, most: number): number =>
  Math.floor(Math.min(Math.max(size, least), most));

const most = (nodes: readonly MapNode[]): number =>
  nodes.reduce((boards, node) => Math.max(boards, node.boards.length), 1);

/** Boards as wide and as high as there is room, so that figures can be written into them. */
export function mapLayout(
  panel: { readonly width: number; readonly height: number },
  nodes: readonly MapNode[],
  nameOf: (node: MapNode) => string = ({ node }) => node,
): MapLayout {
  const labelWidth = labelWidthFor(panel.width, nodes.map(nameOf));
  const room = Math.max(panel.width - labelWidth - MARGIN, NARROWEST + GAP);
  const perLine = between(1, room / (NARROWEST + GAP), most(nodes));
  const lines = nodes.reduce((sum, { boards }) => sum + Math.ceil(boards.length / perLine), 0);
  return {
    width: Math.max(panel.width - MARGIN, NARROWEST),
    labelWidth,
    perLine,
    boardWidth: Math.min(Math.floor(room / perLine) - GAP, WIDEST),
    boardHeight: between(LOWEST, (panel.height - LEGEND_HEIGHT) / lines - GAP, HIGHEST),
  };
}

/** Height of a node's line with the space below it. */
export const nodeHeight = (boards: number, { perLine, boardHeight }: MapLayout): number =>
  Math.max(1, Math.ceil(boards / perLine)) * (boardHeight + GAP);

/** Where the n-th board of a node lies. */
export const boardAt = (index: number, { perLine, boardWidth, boardHeight }: MapLayout) => ({
  left: (index % perLine) * (boardWidth + GAP),
  top: Math.floor(index / perLine) * (boardHeight + GAP),
});
