import fc from 'fast-check';
import { createChunkWriter, type Chunk } from './xorChunk.js';

type Sample = readonly [ms: number, bits: bigint];

/** Reads a chunk as the format's description says, bit by bit; nothing of the writer's is used. */
function read({ data }: Chunk): Sample[] {
  let at = 0;
  const bits = (count: number): bigint => {
    let value = 0n;
    for (let i = 0; i < count; i += 1, at += 1) {
      value = (value << 1n) | BigInt(((data[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
    }
    return value;
  };
  const uvarint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bits(8);
      value |= (byte & 0x7fn) << shift;
      if (byte < 0x80n) return value;
    }
  };
  const varint = (): bigint => {
    const value = uvarint();
    return value & 1n ? -(value >> 1n) - 1n : value >> 1n;
  };
  const difference = (): bigint => {
    if (bits(1) === 0n) return 0n;
    for (const size of [14, 17, 20]) {
      if (bits(1) === 1n) continue;
      const value = bits(size);
      return value > 1n << BigInt(size - 1) ? value - (1n << BigInt(size)) : value;
    }
    return BigInt.asIntN(64, bits(64));
  };
  let [leading, trailing] = [0, 0];
  const value = (before: bigint): bigint => {
    if (bits(1) === 0n) return before;
    if (bits(1) === 1n) {
      leading = Number(bits(5));
      const meant = Number(bits(6));
      trailing = 64 - leading - (meant === 0 ? 64 : meant);
    }
    return before ^ (bits(64 - leading - trailing) << BigInt(trailing));
  };
  const count = Number(bits(16));
  const samples: Sample[] = [];
  let [ms, step, double] = [0n, 0n, 0n];
  for (let i = 0; i < count; i += 1) {
    if (i === 0) ms = varint();
    else step = i === 1 ? uvarint() : step + difference();
    if (i === 0) double = bits(64);
    ms += i === 0 ? 0n : step;
    if (i > 0) double = value(double);
    samples.push([Number(ms), double]);
  }
  return samples;
}

const written = (samples: readonly Sample[]): readonly Chunk[] => {
  const writer = createChunkWriter();
  for (const [ms, double] of samples) {
    writer.add(ms, Number(double >> 32n), Number(double & 0xffffffffn));
  }
  return writer.chunks();
};

const bitsOf = (value: number): bigint => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0);
};

const STEPS = fc.oneof(
  fc.constant(15_000),
  fc.integer({ min: 1, max: 40_000 }),
  fc.integer({ min: 1, max: 2 ** 40 }),
);
const DOUBLES = fc.oneof(
  fc.constant(bitsOf(1)),
  fc.double().map(bitsOf),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
);

describe('chunks', () => {
  it('hold every sample, whatever its time and its bits', () => {
    const all = fc.array(fc.tuple(STEPS, DOUBLES), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(all, (pairs) => {
        let ms = 1_790_000_000_000;
        const samples = pairs.map(([step, double]): Sample => [(ms += step), double]);
        const chunks = written(samples);
        expect(chunks.flatMap(read)).toEqual(samples);
        expect(chunks.map((chunk) => chunk.samples)).toEqual(chunks.map((one) => read(one).length));
      }),
      { numRuns: 60 },
    );
  });

  it('end after 120 samples, and know their first and last time', () => {
    const samples = Array.from({ length: 250 }, (_, i): Sample => [1000 * (i + 1), bitsOf(i)]);
    expect(written(samples).map(({ minMs, maxMs, samples: n }) => [minMs, maxMs, n])).toEqual([
      [1000, 120_000, 120],
      [121_000, 240_000, 120],
      [241_000, 250_000, 10],
    ]);
  });

  it('are small where little changes', () => {
    const samples = Array.from({ length: 120 }, (_, i): Sample => [15_000 * i, bitsOf(3)]);
    const [chunk] = written(samples);
    expect(chunk?.data.length).toBeLessThan(60);
  });
});
