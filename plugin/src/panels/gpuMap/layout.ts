/** How large things are on the map, in pixels. */
export interface MapLayout {
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

const labelFor = (width: number): number => Math.round(Math.min(Math.max(width * 0.25, 72), 200));

/**
 * Boards as wide as there is room, so that figures can be written into them.
 *
 * @param mostBoards of the nodes that are shown
 */
export function mapLayout(width: number, mostBoards: number, nodes: number): MapLayout {
  const labelWidth = labelFor(width);
  const room = Math.max(width - labelWidth - MARGIN, NARROWEST + GAP);
  const perLine = Math.max(1, Math.min(mostBoards, Math.floor(room / (NARROWEST + GAP))));
  const boardWidth = Math.min(Math.floor(room / perLine) - GAP, WIDEST);
  return { labelWidth, boardWidth, perLine, boardHeight: nodes > 16 ? 20 : 26 };
}

/** Height of a node's line with the space below it. */
export const nodeHeight = (boards: number, { perLine, boardHeight }: MapLayout): number =>
  Math.max(1, Math.ceil(boards / perLine)) * (boardHeight + GAP);

/** Where the n-th board of a node lies. */
export const boardAt = (index: number, { perLine, boardWidth, boardHeight }: MapLayout) => ({
  left: (index % perLine) * (boardWidth + GAP),
  top: Math.floor(index / perLine) * (boardHeight + GAP),
});
