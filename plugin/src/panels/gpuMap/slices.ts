import type { Board, Cell } from './cell.js';

/** Compute slices that a board is cut into; A30 has four, larger ones seven. */
const slicesOfBoard = (model: string): number => (/\bA30\b/.test(model) ? 4 : 7);

/** `1g.10gb` is one slice; undefined where the profile says nothing of it. */
function slicesOf({ profile }: Cell): number | undefined {
  const [, slices] = /(\d+)g\./.exec(profile) ?? [];
  return slices === undefined ? undefined : Number(slices);
}

/** A cell's place within its board, as parts of the board's width. */
export interface Slice {
  readonly cell: Cell;
  readonly from: number;
  readonly width: number;
}

/**
 * Where the cells of a board lie: by their size where all sizes are known, alike where not.
 *
 * What is not cut out yet stays empty at the end.
 */
export function slicesIn({ cells }: Board): readonly Slice[] {
  const sizes = cells.map((cell) => (cell.instance === '' ? undefined : slicesOf(cell)));
  const known = sizes.filter((size) => size !== undefined);
  const isKnown = known.length === cells.length;
  const sum = known.reduce((total, size) => total + size, 0);
  const whole = isKnown ? Math.max(sum, slicesOfBoard(cells[0]?.model ?? '')) : cells.length;
  let from = 0;
  return cells.map((cell, at) => {
    const width = (isKnown ? (sizes[at] ?? 1) : 1) / whole;
    const slice = { cell, from, width };
    from += width;
    return slice;
  });
}
