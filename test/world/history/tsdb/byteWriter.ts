import { crc32c } from './crc32c.js';
import { uvarint, varint } from './varint.js';

/** Bytes of a file that is put together in memory. Numbers are big-endian. */
export interface ByteWriter {
  readonly position: () => number;
  u8(value: number): void;
  u32(value: number): void;
  u64(value: number): void;
  uvarint(value: number): void;
  varint(value: number): void;
  /** Its length in bytes before it. */
  text(value: string): void;
  raw(data: Uint8Array): void;
  /** Zeros up to a multiple of this. */
  pad(to: number): void;
  /** The check sum of all from a position on. */
  checksum(from: number): void;
  /** Writes a number over what stands there. */
  patchU32(position: number, value: number): void;
  bytes(): Uint8Array;
}

export function createByteWriter(firstBytes = 1 << 16): ByteWriter {
  let data = Buffer.alloc(firstBytes);
  let length = 0;

  /** Makes room, perhaps in a new buffer: ask before you touch `data`. */
  function room(bytes: number): number {
    if (length + bytes > data.length) {
      const larger = Buffer.alloc(Math.max(data.length * 2, length + bytes));
      data.copy(larger, 0, 0, length);
      data = larger;
    }
    length += bytes;
    return length - bytes;
  }

  const raw = (bytes: Uint8Array): void => {
    const at = room(bytes.length);
    data.set(bytes, at);
  };
  const each = (bytes: readonly number[]): void => {
    let at = room(bytes.length);
    for (const byte of bytes) data[at++] = byte;
  };
  const u32 = (value: number): void => {
    const at = room(4);
    data.writeUInt32BE(value >>> 0, at);
  };

  return {
    position: () => length,
    u8: (value) => {
      const at = room(1);
      data[at] = value;
    },
    u32,
    u64(value) {
      u32(Math.floor(value / 2 ** 32));
      u32(value % 2 ** 32);
    },
    uvarint: (value) => {
      each(uvarint(value));
    },
    varint: (value) => {
      each(varint(value));
    },
    text(value) {
      const bytes = Buffer.from(value);
      each(uvarint(bytes.length));
      raw(bytes);
    },
    raw,
    pad(to) {
      room((to - (length % to)) % to);
    },
    checksum: (from) => {
      u32(crc32c(data.subarray(from, length)));
    },
    patchU32: (position, value) => data.writeUInt32BE(value, position),
    bytes: () => data.subarray(0, length),
  };
}
