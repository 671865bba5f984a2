import { createByteWriter } from './byteWriter.js';
import type { Chunk } from './xorChunk.js';

const MAGIC = 0x85bd40dd;
const VERSION = 1;
const XOR = 1;

/** Where a chunk stands, and the times that it holds. */
export interface ChunkPlace {
  readonly minMs: number;
  readonly maxMs: number;
  /** Its place in the file; Prometheus' references begin with the number of the file, which is 0 for the first. */
  readonly reference: number;
}

/** A file of chunks, tsdb/docs/format/chunks.md. */
export function createChunkFile(): {
  readonly add: (chunk: Chunk) => ChunkPlace;
  readonly bytes: () => Uint8Array;
} {
  const file = createByteWriter(1 << 22);
  file.u32(MAGIC);
  file.u8(VERSION);
  file.pad(8);
  return {
    add({ minMs, maxMs, data }) {
      const reference = file.position();
      file.uvarint(data.length);
      const start = file.position();
      file.u8(XOR);
      file.raw(data);
      file.checksum(start);
      return { minMs, maxMs, reference };
    },
    bytes: () => file.bytes(),
  };
}
