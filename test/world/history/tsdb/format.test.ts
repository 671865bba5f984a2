import { createBitWriter } from './bitWriter.js';
import { createByteWriter } from './byteWriter.js';
import { crc32c } from './crc32c.js';
import { uvarint, varint } from './varint.js';

describe('the numbers of Prometheus’ files', () => {
  // Check value of CRC-32C in Greg Cook's catalogue of parametrised CRC algorithms.
  it('have Castagnoli’s check sum', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
    expect(crc32c(new Uint8Array())).toBe(0);
  });

  // Examples of Go's encoding/binary.
  it.each([
    [0, [0]],
    [127, [0x7f]],
    [128, [0x80, 0x01]],
    [300, [0xac, 0x02]],
    [2 ** 40, [0x80, 0x80, 0x80, 0x80, 0x80, 0x20]],
  ])('write %d in sevens', (value, bytes) => {
    expect(uvarint(value)).toEqual(bytes);
  });

  it.each([
    [0, [0]],
    [-1, [1]],
    [1, [2]],
    [-64, [0x7f]],
    [64, [0x80, 0x01]],
  ])('write %d with its sign', (value, bytes) => {
    expect(varint(value)).toEqual(bytes);
  });

  it('stand as bits, the highest first, over the ends of bytes', () => {
    const bits = createBitWriter();
    bits.write(0b101, 3);
    bits.write(0x12345678, 32);
    bits.write(1, 1);
    expect(Buffer.from(bits.bytes()).toString('hex')).toBe('a2468acf10');
    bits.clear();
    bits.write(0xff, 8);
    expect([...bits.bytes()]).toEqual([0xff]);
  });

  it('keep bits of any number of bytes', () => {
    const bits = createBitWriter();
    for (let i = 0; i < 1000; i += 1) bits.write(i & 0xff, 8);
    expect([...bits.bytes()]).toEqual(Array.from({ length: 1000 }, (_, i) => i & 0xff));
  });

  it('stand as bytes that grow, are padded, patched and checked', () => {
    const file = createByteWriter(4);
    file.u32(7);
    file.text('é');
    file.pad(4);
    file.u64(2 ** 40 + 3);
    file.patchU32(0, 9);
    const start = file.position();
    file.raw(Buffer.from('123456789'));
    file.checksum(start);
    expect(Buffer.from(file.bytes()).toString('hex')).toBe(
      `00000009${'02c3a900'}${'0000010000000003'}${'313233343536373839'}e3069283`,
    );
  });
});
