/** A place in rows of different lengths. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

type Step = (at: Place, lengths: readonly number[]) => Place;

const within = (row: number, lengths: readonly number[]): number =>
  Math.min(Math.max(row, 0), Math.max(lengths.length - 1, 0));

/** The nearest row in a direction that has anything to go to. */
function rowFrom(start: number, by: number, lengths: readonly number[]): number | undefined {
  let row = start;
  while (lengths[row] === 0) row += by;
  return lengths[row] === undefined ? undefined : row;
}

const vertical =
  (by: number): Step =>
  (at, lengths) => ({
    ...at,
    row: rowFrom(within(at.row + by, lengths), Math.sign(by), lengths) ?? at.row,
  });

const PAGE = 10;

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: (at) => ({ ...at, column: at.column - 1 }),
  ArrowRight: (at) => ({ ...at, column: at.column + 1 }),
  ArrowUp: vertical(-1),
  ArrowDown: vertical(1),
  PageUp: vertical(-PAGE),
  PageDown: vertical(PAGE),
  Home: (at) => ({ ...at, column: 0 }),
  End: (at, lengths) => ({ ...at, column: (lengths[at.row] ?? 1) - 1 }),
};

/** A place that is there, nearest to the one wanted. */
export function clamp({ row, column }: Place, lengths: readonly number[]): Place {
  const at = within(row, lengths);
  return { row: at, column: Math.min(Math.max(column, 0), Math.max((lengths[at] ?? 0) - 1, 0)) };
}

/**
 * Where a key leads from a place; undefined for keys that don't move.
 *
 * @param lengths how many places each row has
 */
export function move(at: Place, key: string, lengths: readonly number[]): Place | undefined {
  const step = STEPS[key];
  return step === undefined ? undefined : clamp(step(clamp(at, lengths), lengths), lengths);
}
