import type { BitWriter } from './bitWriter.js';

/** Writes the values of a chunk, each by how its 64 bits differ from those before. */
export interface DoubleWriter {
  /** The first value of a chunk, as it is. */
  first(high: number, low: number): void;
  next(high: number, low: number): void;
}

const NO_WINDOW = 0xff;

const ctz = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** `count` bits of a 64-bit number from bit `from` on, counted from the lowest. */
function writeWindow(
  bits: BitWriter,
  high: number,
  low: number,
  window: { readonly from: number; readonly count: number },
): void {
  const { from } = window;
  const top = from + window.count;
  if (top > 32) {
    const start = Math.max(from, 32) - 32;
    bits.write(high >>> start, top - 32 - start);
  }
  if (from < 32) bits.write(low >>> from, Math.min(top, 32) - from);
}

/** The XOR encoding of Gorilla in Prometheus' form. */
export function createDoubleWriter(bits: BitWriter): DoubleWriter {
  let [lastHigh, lastLow] = [0, 0];
  let [leading, trailing] = [NO_WINDOW, 0];

  function difference(high: number, low: number): void {
    const lead = Math.min(31, high === 0 ? 32 + Math.clz32(low) : Math.clz32(high));
    const trail = low === 0 ? 32 + ctz(high) : ctz(low);
    if (leading !== NO_WINDOW && lead >= leading && trail >= trailing) {
      bits.write(0, 1);
    } else {
      [leading, trailing] = [lead, trail];
      bits.write(1, 1);
      bits.write(leading, 5);
      // 64 bits do not fit, and are written as none.
      bits.write((64 - leading - trailing) & 0x3f, 6);
    }
    writeWindow(bits, high, low, { from: trailing, count: 64 - leading - trailing });
  }

  return {
    first(high, low) {
      bits.write(high, 32);
      bits.write(low, 32);
      [lastHigh, lastLow] = [high, low];
      [leading, trailing] = [NO_WINDOW, 0];
    },
    next(high, low) {
      const [dHigh, dLow] = [high ^ lastHigh, low ^ lastLow];
      [lastHigh, lastLow] = [high, low];
      const isSame = dHigh === 0 && dLow === 0;
      bits.write(isSame ? 0 : 1, 1);
      if (!isSame) difference(dHigh, dLow);
    },
  };
}
