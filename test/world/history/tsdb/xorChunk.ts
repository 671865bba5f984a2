import { createBitWriter, type BitWriter } from './bitWriter.js';
import { createDoubleWriter } from './doubles.js';
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

/** How differences of time steps are written: the most bits that they take, the mark before them and its bits. */
const STEPS = [
  [14, 0b10, 2],
  [17, 0b110, 3],
  [20, 0b1110, 4],
] as const;

function writeStep(bits: BitWriter, difference: number): void {
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

function writeBytes(bits: BitWriter, bytes: readonly number[]): void {
  for (const byte of bytes) bits.write(byte, 8);
}

/** Chunks as in https://github.com/prometheus/prometheus, tsdb/docs/format/chunks.md. */
export function createChunkWriter(): ChunkWriter {
  const done: Chunk[] = [];
  const bits = createBitWriter();
  const doubles = createDoubleWriter(bits);
  let samples = 0;
  let [minMs, lastMs, step] = [0, 0, 0];

  const open = (): Chunk => {
    bits.head(samples);
    return { minMs, maxMs: lastMs, samples, data: bits.bytes() };
  };

  function begin(ms: number): void {
    bits.clear();
    bits.write(0, 16);
    writeBytes(bits, varint(ms));
    minMs = ms;
  }

  return {
    add(ms, high, low) {
      if (samples === CHUNK_SAMPLES) {
        done.push(open());
        samples = 0;
      }
      const passed = ms - lastMs;
      if (samples === 0) {
        begin(ms);
        doubles.first(high, low);
      } else {
        if (samples === 1) writeBytes(bits, uvarint(passed));
        else writeStep(bits, passed - step);
        doubles.next(high, low);
      }
      step = passed;
      lastMs = ms;
      samples += 1;
    },
    chunks: () => (samples === 0 ? done : [...done, open()]),
  };
}
