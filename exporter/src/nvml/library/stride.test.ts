import fc from 'fast-check';
import { strideOf, UNTOUCHED } from './stride.js';

/** A buffer into which a driver wrote records; a record's fields are never all UNTOUCHED at its end. */
const written = (count: number, stride: number, fill: number): Buffer => {
  const buffer = Buffer.alloc(64 * 32, UNTOUCHED);
  for (let index = 0; index < count; index++) {
    const at = index * stride;
    buffer.writeUInt32LE(1000 + index, at);
    buffer.fill(fill, at + 8, at + stride);
  }
  return buffer;
};

describe('strideOf', () => {
  it('finds what a driver writes per process, for any number of them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        fc.constantFrom(16, 24, 32),
        fc.integer({ min: 0, max: 255 }).filter((byte) => byte !== UNTOUCHED),
        (count, stride, fill) => strideOf(written(count, stride, fill), count, 24) === stride,
      ),
    );
  });

  it('is the usual one where nothing tells', () => {
    expect(strideOf(written(0, 24, 0), 0, 24)).toBe(24);
    expect(strideOf(Buffer.alloc(256, UNTOUCHED), 3, 24)).toBe(24);
    expect(strideOf(Buffer.alloc(256, 1), 3, 16)).toBe(16);
  });
});
