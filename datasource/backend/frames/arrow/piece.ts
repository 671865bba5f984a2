/** A buffer of a record batch that is written straight to its place in the file. */
export interface Piece {
  readonly size: number;
  /** Writes `size` bytes to the place that begins at `offset`, which is divisible by 8. The target holds zeros. */
  readonly write: (target: Buffer, offset: number) => void;
}

export const EMPTY_PIECE: Piece = { size: 0, write: () => undefined };

/** The next place that is divisible by 8: where Arrow's buffers and messages begin. */
export const align = (offset: number): number => Math.ceil(offset / 8) * 8;
