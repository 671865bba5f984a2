import { createBitWriter } from './bitWriter.js';
import { uvarint, varint } from './varint.js';

/** A finished chunk of one series. Times in milliseconds since the epoch, both inclusive. */
export interface Chunk {
  readonly minMs: number;
  readonly maxMs: number;
  readonly samples: number;
  readonly data: Uint8Array;
}

/** Collects the samples of one series and packs them as Prometheus does. */
export interface ChunkWriter {
  /** A value by the two halves of its 64 bits: staleness is told by one certain NaN. Times must grow. */
  add(ms: number, high: number, low: number): void;
  /** All chunks, the open one included. */
  chunks(): readonly Chunk[];
}

/** As many samples as Prometheus puts into a chunk. */
const CHUNK_SAMPLES = 120;

const NO_WINDOW = 0xff;

/** How differences of time steps are written: the most bits that they take, the mark before them and its bits. */
const STEPS = [
  [14, 0b10, 2],
  [17, 0b110, 3],
  [20, 0b1110, 4],
] as const;

const ctz = (bits: number): number => 31 - Math.clz32(bits & -bits);

/**
 * The XOR encoding of Gorilla in Prometheus' form, https://github.com/prometheus/prometheus, tsdb/docs/format/chunks.md.
 */
export function createChunkWriter(): ChunkWriter {
  const done: Chunk[] = [];
  const bits = createBitWriter();
  let samples = 0;
  let [minMs, lastMs, step] = [0, 0, 0];
  let [lastHigh, lastLow] = [0, 0];
  let [leading, trailing] = [NO_WINDOW, 0];

  function writeBytes(bytes: readonly number[]): void {
    for (const byte of bytes) bits.write(byte, 8);
  }

  function writeStep(difference: number): void {
    if (difference === 0) {
      bits.write(0, 1);
      return;
    }
    for (const [size, mark, markBits] of STEPS) {
      if (difference <= -(2 ** (size - 1)) || difference > 2 ** (size - 1)) continue;
      bits.write(mark, markBits);
      bits.write(difference, size);
      return;
    }
    bits.write(0b1111, 4);
    bits.write(Math.floor(difference / 2 ** 32), 32);
    bits.write(difference, 32);
  }

  /** `count` bits of a 64-bit number from bit `from` on, counted from the lowest. */
  function writeWindow(high: number, low: number, from: number, count: number): void {
    const top = from + count;
    if (top > 32) {
      const start = Math.max(from, 32) - 32;
      bits.write(high >>> start, top - 32 - start);
    }
    if (from < 32) bits.write(low >>> from, Math.min(top, 32) - from);
  }

  function writeValue(high: number, low: number): void {
    const [dHigh, dLow] = [high ^ lastHigh, low ^ lastLow];
    if (dHigh === 0 && dLow === 0) {
      bits.write(0, 1);
      return;
    }
    bits.write(1, 1);
    const lead = Math.min(31, dHigh === 0 ? 32 + Math.clz32(dLow) : Math.clz32(dHigh));
    const trail = dLow === 0 ? 32 + ctz(dHigh) : ctz(dLow);
    if (leading !== NO_WINDOW && lead >= leading && trail >= trailing) {
      bits.write(0, 1);
    } else {
      [leading, trailing] = [lead, trail];
      bits.write(1, 1);
      bits.write(leading, 5);
      // 64 bits do not fit, and are written as none.
      bits.write((64 - leading - trailing) & 0x3f, 6);
    }
    writeWindow(dHigh, dLow, trailing, 64 - leading - trailing);
  }

  const open = (): Chunk => {
    bits.head(samples);
    return { minMs, maxMs: lastMs, samples, data: bits.bytes() };
  };

  function begin(ms: number, high: number, low: number): void {
    bits.clear();
    bits.write(0, 16);
    writeBytes(varint(ms));
    bits.write(high, 32);
    bits.write(low, 32);
    minMs = ms;
    [leading, trailing] = [NO_WINDOW, 0];
  }

  return {
    add(ms, high, low) {
      if (samples === CHUNK_SAMPLES) {
        done.push(open());
        samples = 0;
      }
      const passed = ms - lastMs;
      if (samples === 0) begin(ms, high, low);
      else {
        if (samples === 1) writeBytes(uvarint(passed));
        else writeStep(passed - step);
        writeValue(high, low);
      }
      step = passed;
      lastMs = ms;
      [lastHigh, lastLow] = [high, low];
      samples += 1;
    },
    chunks: () => (samples === 0 ? done : [...done, open()]),
  };
}
