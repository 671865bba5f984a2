import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { readEntry, readFields, readInt64, stringMap } from './read.js';

const message = (write: (writer: BinaryWriter) => BinaryWriter): Uint8Array =>
  write(new BinaryWriter()).finish();

const text = (number: number, value: string) => (writer: BinaryWriter) =>
  writer.tag(number, WireType.LengthDelimited).string(value);

describe('readFields', () => {
  it('skips what it does not know, of every wire type', () => {
    const seen: string[] = [];
    const bytes = message((writer) => {
      writer.tag(9, WireType.Varint).int64(2n ** 62n);
      writer.tag(10, WireType.Bit64).fixed64(1n);
      writer.tag(11, WireType.Bit32).fixed32(1);
      text(12, 'later version')(writer);
      return text(1, 'known')(writer);
    });
    readFields(bytes, { 1: (reader) => seen.push(reader.string()) });
    expect(seen).toEqual(['known']);
  });

  it('calls for each one of a repeated field', () => {
    const seen: string[] = [];
    const bytes = message((writer) => text(2, 'b')(text(2, 'a')(writer)));
    readFields(bytes, { 2: (reader) => seen.push(reader.string()) });
    expect(seen).toEqual(['a', 'b']);
  });

  it('throws where a message is cut off', () => {
    const bytes = message(text(1, 'long enough')).subarray(0, 5);
    expect(() => readFields(bytes, { 1: (reader) => reader.string() })).toThrow();
  });
});

describe('readInt64', () => {
  it('reads times before and after 1970', () => {
    const seen: number[] = [];
    const bytes = message((writer) =>
      writer
        .tag(1, WireType.Varint)
        .int64(-62_135_596_800_000n)
        .tag(1, WireType.Varint)
        .int64(1_763_683_200_000n),
    );
    readFields(bytes, { 1: (reader) => seen.push(readInt64(reader)) });
    expect(seen).toEqual([-62_135_596_800_000, 1_763_683_200_000]);
  });
});

describe('entries of maps', () => {
  it('have defaults for what was left out', () => {
    const entries: (readonly [string, string])[] = [];
    const bytes = message((writer) => {
      writer.tag(1, WireType.LengthDelimited).bytes(message(text(2, 'value')));
      writer.tag(1, WireType.LengthDelimited).bytes(message(text(1, 'key')));
      return writer;
    });
    readFields(bytes, {
      1: (reader) => entries.push(readEntry(reader, 'none', (entry) => entry.string())),
    });
    expect(entries).toEqual([
      ['', 'value'],
      ['key', 'none'],
    ]);
  });

  it('that come twice count as the last one says', () => {
    const map = stringMap();
    const entry = (value: string) => (writer: BinaryWriter) =>
      writer
        .tag(1, WireType.LengthDelimited)
        .bytes(message((inner) => text(2, value)(text(1, 'k')(inner))));
    readFields(
      message((writer) => entry('second')(entry('first')(writer))),
      { 1: map.add },
    );
    expect(map.map).toEqual({ k: 'second' });
  });
});
