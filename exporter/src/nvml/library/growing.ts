import { errorOf, INSUFFICIENT_SIZE, SUCCESS, type NvmlError } from './result.js';

/** Lists can grow while they are asked for; this often is asked again with more room. */
const ATTEMPTS = 8;

/** More than any machine has processes on a GPU: a driver that asks for more errs. */
const MOST_RECORDS = 1 << 17;

/** How many records were written. */
type Filled = { readonly ok: true; readonly count: number } | NvmlError;

/**
 * A buffer for lists of unknown length, kept from call to call and made larger as need be: most drivers answer the first
 * question, and no memory is asked for again.
 */
export interface GrowingBuffer {
  readonly bytes: Buffer;
  /**
   * @param recordBytes most that one record can take
   * @param ask gets the buffer and a place that holds for how many records there is room; answers nvmlReturn_t
   */
  fill(recordBytes: number, ask: (records: Buffer, count: Buffer) => number): Filled;
}

/** Puts nothing in place of what was there: callers may mark the bytes before they ask. */
export function growingBuffer(firstBytes: number): GrowingBuffer {
  let bytes = Buffer.alloc(firstBytes);
  const count = Buffer.alloc(4);
  return {
    get bytes() {
      return bytes;
    },
    fill(recordBytes, ask) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const room = Math.floor(bytes.length / recordBytes);
        count.writeUInt32LE(room);
        const returned = ask(bytes, count);
        const told = count.readUInt32LE();
        if (returned === SUCCESS) return { ok: true, count: Math.min(told, room) };
        if (returned !== INSUFFICIENT_SIZE) return errorOf(returned);
        if (told > MOST_RECORDS) break;
        bytes = Buffer.alloc(Math.max(told, room) * 2 * recordBytes);
      }
      return errorOf(INSUFFICIENT_SIZE);
    },
  };
}
