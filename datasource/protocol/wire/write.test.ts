import { BinaryReader } from '@bufbuild/protobuf/wire';
import fc from 'fast-check';
import {
  bytesField,
  entryField,
  int32Field,
  joinParts,
  partsField,
  sizeOf,
  stringField,
} from './write.js';

const first = (parts: readonly Uint8Array[]): BinaryReader => {
  const reader = new BinaryReader(joinParts(parts));
  reader.tag();
  return reader;
};

describe('fields', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 28 }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
        (number, text) => {
          const reader = new BinaryReader(joinParts(stringField(number, text)));
          expect(reader.tag()).toEqual([number, 2]);
          expect(reader.string()).toBe(text);
          expect(reader.pos).toBe(reader.len);
        },
      ),
    );
  });

  it('leave out what is empty, as the third version of the protocol does', () => {
    expect(stringField(1, '')).toEqual([]);
    expect(bytesField(1, new Uint8Array())).toEqual([]);
    expect(int32Field(1, 0)).toEqual([]);
  });

  it('keep an empty message within another one', () => {
    expect([...joinParts(partsField(3, []))]).toEqual([0x1a, 0]);
  });

  it('write numbers below zero', () => {
    expect(first(int32Field(1, -1)).int32()).toBe(-1);
  });

  it('measure what they hold', () => {
    const parts = partsField(1, [Buffer.alloc(200), Buffer.alloc(100)]);
    expect(sizeOf(parts)).toBe(joinParts(parts).length);
    expect(first(parts).uint32()).toBe(300);
  });

  it('nest to any depth', () => {
    const entry = entryField(1, 'k', entryField(1, 'inner', stringField(7, 'v')));
    const outer = new BinaryReader(first(entry).bytes());
    outer.tag();
    expect(outer.string()).toBe('k');
    outer.tag();
    const inner = new BinaryReader(outer.bytes());
    expect(inner.tag()).toEqual([1, 2]);
  });
});
