import { GpuscopeError } from '@gpuscope/aggregation';
import type { Column } from '@gpuscope/aggregation/logs';
import { EMPTY_PIECE, type Piece } from './piece.js';
import { textPieces } from './text.js';

/** A column's buffers in Arrow's order: which values there are, where each begins (texts only), the values. */
export function columnPieces(column: Column, nulls: number): readonly Piece[] {
  const validity = nulls === 0 ? EMPTY_PIECE : validityPiece(column.values);
  switch (column.type) {
    case 'time':
      return [EMPTY_PIECE, timePiece(column.values)];
    case 'string':
    case 'json':
      return [validity, ...textPieces(column.name, column.values)];
    case 'number':
      return [validity, floatPiece(column.values)];
    case 'integer':
      return [validity, integerPiece(column.name, column.values)];
  }
}

/** One bit a value, lowest first; 1 where there is one. */
function validityPiece(values: ArrayLike<unknown>): Piece {
  return {
    size: Math.ceil(values.length / 8),
    write: (target, offset) => {
      for (let row = 0; row < values.length; row += 1)
        if (values[row] !== null) {
          const at = offset + (row >> 3);
          target[at] = (target[at] ?? 0) | (1 << (row & 7));
        }
    },
  };
}

const timePiece = (values: BigInt64Array): Piece => ({
  size: values.byteLength,
  write: (target, offset) =>
    target.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), offset),
});

const floatPiece = (values: readonly (number | null)[]): Piece => ({
  size: values.length * 8,
  write: (target, offset) => {
    values.forEach((value, row) => value !== null && target.writeDoubleLE(value, offset + row * 8));
  },
});

/** @throws GpuscopeError INTERNAL where a value is no whole number that a number holds exactly */
const integerPiece = (name: string, values: readonly (number | null)[]): Piece => ({
  size: values.length * 8,
  write: (target, offset) => {
    values.forEach((value, row) => {
      if (value === null) return;
      if (!Number.isSafeInteger(value))
        throw new GpuscopeError(
          'INTERNAL',
          `the column ${JSON.stringify(name)} holds ${value}, which is no whole number`,
        );
      target.writeBigInt64LE(BigInt(value), offset + row * 8);
    });
  },
});
