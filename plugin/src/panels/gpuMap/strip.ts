import type { Cell } from './cell.js';

/** How the cells of a closed group are laid out: small squares from left to right, line by line. */
export interface StripLayout {
  /** From one square to the next, in pixels. */
  readonly pitch: number;
  readonly perLine: number;
  readonly height: number;
}

const LARGEST = 14;
const SMALLEST = 4;
/** A strip is made as high as this before its squares get smaller. */
const HIGHEST = 64;
const GAP = 1;

const layoutWith = (count: number, width: number, pitch: number): StripLayout => {
  const perLine = Math.max(1, Math.floor(width / pitch));
  return { pitch, perLine, height: Math.ceil(count / perLine) * pitch };
};

/** The largest squares with which all cells fit; the smallest, however high that is. */
export function stripLayout(count: number, width: number): StripLayout {
  for (let pitch = LARGEST; pitch > SMALLEST; pitch--) {
    const layout = layoutWith(count, width, pitch);
    if (layout.height <= HIGHEST) return layout;
  }
  return layoutWith(count, width, SMALLEST);
}

/** The squares of one colour as the `d` of a path. */
export interface StripPath {
  readonly color: string;
  readonly d: string;
}

/** One path per colour, for thousands of elements would be slow. */
export function stripPaths(
  cells: readonly Cell[],
  { pitch, perLine }: StripLayout,
  colorOf: (cell: Cell) => string,
): readonly StripPath[] {
  const side = pitch - GAP;
  const paths = new Map<string, string[]>();
  cells.forEach((cell, at) => {
    const [x, y] = [(at % perLine) * pitch, Math.floor(at / perLine) * pitch];
    const color = colorOf(cell);
    const squares = paths.get(color) ?? [];
    squares.push(`M${x} ${y}h${side}v${side}h-${side}z`);
    paths.set(color, squares);
  });
  return [...paths].map(([color, squares]) => ({ color, d: squares.join('') }));
}

/** Which square a point of the strip is in; it may be none's. */
export const squareAt = (x: number, y: number, { pitch, perLine }: StripLayout): number => {
  const column = Math.floor(x / pitch);
  return column < 0 || column >= perLine ? -1 : Math.floor(y / pitch) * perLine + column;
};
