import { GpuscopeError } from '@gpuscope/aggregation';
import type { Piece } from './piece.js';

/** Offsets are 32 bits wide. */
const MAX_TEXT_BYTES = 2 ** 31 - 1;

/**
 * Where each text begins, and the texts as UTF-8 in a row. Half a surrogate pair, which UTF-8 can't say, becomes
 * U+FFFD. @throws GpuscopeError LIMIT_EXCEEDED where the texts are too long together
 */
export function textPieces(
  name: string,
  values: readonly (string | null)[],
): readonly [Piece, Piece] {
  const ends = new Int32Array(values.length + 1);
  let size = 0;
  for (let row = 0; row < values.length; row += 1) {
    size += Buffer.byteLength(values[row] ?? '', 'utf8');
    if (size > MAX_TEXT_BYTES)
      throw new GpuscopeError(
        'LIMIT_EXCEEDED',
        `the texts of the column ${JSON.stringify(name)} have more than 2 GiB together`,
      );
    ends[row + 1] = size;
  }
  const offsets: Piece = {
    size: ends.byteLength,
    write: (target, offset) => target.set(new Uint8Array(ends.buffer), offset),
  };
  const texts: Piece = {
    size,
    write: (target, offset) => {
      for (let row = 0; row < values.length; row += 1) {
        const text = values[row];
        if (text) target.write(text, offset + (ends[row] ?? 0), 'utf8');
      }
    },
  };
  return [offsets, texts];
}
