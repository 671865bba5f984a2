const FIRST_BYTES = 96;

/** Bits one after the other, the highest first, as Prometheus' chunks hold them. */
export interface BitWriter {
  /** The lowest `count` bits of a number, at most 32. */
  write(bits: number, count: number): void;
  /** The bytes so far, the last one filled up with zeros; a copy. */
  bytes(): Uint8Array;
  /** Overwrites two bytes at the beginning. */
  head(value: number): void;
  /** Forgets all, to be used anew. */
  clear(): void;
}

export function createBitWriter(): BitWriter {
  let data = new Uint8Array(FIRST_BYTES);
  /** Whole bytes, and the free bits of the one behind them. */
  let length = 0;
  let free = 8;

  function grow(): void {
    const larger = new Uint8Array(data.length * 2);
    larger.set(data);
    data = larger;
  }

  return {
    write(bits, count) {
      let left = count;
      while (left > 0) {
        if (length + 1 >= data.length) grow();
        const part = Math.min(left, free);
        const chunk = (bits >>> (left - part)) & ((1 << part) - 1);
        data[length] = (data[length] ?? 0) | (chunk << (free - part));
        left -= part;
        free -= part;
        if (free === 0) {
          length += 1;
          free = 8;
        }
      }
    },
    bytes: () => data.slice(0, free === 8 ? length : length + 1),
    head(value) {
      data[0] = value >>> 8;
      data[1] = value & 0xff;
    },
    clear() {
      data.fill(0, 0, length + 1);
      length = 0;
      free = 8;
    },
  };
}
