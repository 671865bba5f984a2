import fc from 'fast-check';
import { bits, identifier, positive, tagged, time, truth } from './der.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Reads the length as the standard says it is written. */
function lengthOf(encoded: Buffer): { readonly length: number; readonly head: number } {
  const first = encoded[1] ?? 0;
  if (first < 0x80) return { length: first, head: 2 };
  const count = first & 0x7f;
  return { length: encoded.readUIntBE(2, count), head: 2 + count };
}

describe('values of DER', () => {
  it('say how long they are, at any length', () => {
    fc.assert(
      fc.property(fc.nat({ max: 70_000 }), (size) => {
        const encoded = tagged(0x04, Buffer.alloc(size));
        const { length, head } = lengthOf(encoded);
        expect(length).toBe(size);
        expect(encoded).toHaveLength(head + size);
      }),
    );
  });

  it('use the shortest length there is', () => {
    expect(hex(tagged(4, Buffer.alloc(127))).slice(0, 4)).toBe('047f');
    expect(hex(tagged(4, Buffer.alloc(128))).slice(0, 6)).toBe('048180');
    expect(hex(tagged(4, Buffer.alloc(256))).slice(0, 8)).toBe('04820100');
  });

  it('never take a large number for one below zero', () => {
    expect(hex(positive(Buffer.from([0x7f])))).toBe('02017f');
    expect(hex(positive(Buffer.from([0x80])))).toBe('02020080');
  });

  // The examples are those of Microsoft's and Let's Encrypt's introductions to ASN.1.
  it('spell object identifiers', () => {
    expect(hex(identifier('2.5.4.3'))).toBe('0603550403');
    expect(hex(identifier('1.2.840.10045.4.3.2'))).toBe('06082a8648ce3d040302');
    expect(hex(identifier('1.3.6.1.4.1.311.21.20'))).toBe('06092b0601040182371514');
  });

  it('spell times, truth and bits', () => {
    expect(time(new Date('2056-01-02T03:04:05.678Z')).subarray(2).toString()).toBe(
      '20560102030405Z',
    );
    expect(hex(truth())).toBe('0101ff');
    expect(hex(bits(Buffer.from([0b1010_0000]), 5))).toBe('030205a0');
  });
});
