import { BinaryReader } from '@bufbuild/protobuf/wire';

/** What to do with a field of a message, by its number; other fields are skipped. */
export type Fields = Readonly<Record<number, (reader: BinaryReader) => void>>;

/** Reads a message. Throws when the bytes are none. */
export function readFields(bytes: Uint8Array, fields: Fields): void {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag();
    const field = fields[number];
    if (field === undefined) reader.skip(wireType, number);
    else field(reader);
  }
}

/** An int64 as a number: times in ms and counts, far below 2^53. */
export const readInt64 = (reader: BinaryReader): number => Number(reader.int64());

/** One entry of a `map<string, V>`; `readValue` reads the value's field. */
export function readEntry<V>(
  reader: BinaryReader,
  empty: V,
  readValue: (reader: BinaryReader) => V,
): readonly [string, V] {
  let key = '';
  let value = empty;
  readFields(reader.bytes(), {
    1: (entry) => (key = entry.string()),
    2: (entry) => (value = readValue(entry)),
  });
  return [key, value];
}

/** Reads the entries of a `map<string, string>` one by one into an object without a prototype. */
export function stringMap(): {
  readonly map: Readonly<Record<string, string>>;
  readonly add: (reader: BinaryReader) => void;
} {
  const map = emptyMap<string>();
  return {
    map,
    add: (reader) => {
      const [key, value] = readEntry(reader, '', (entry) => entry.string());
      map[key] = value;
    },
  };
}

/** An object that has nothing but its own keys: `__proto__` is a key as others are. */
export const emptyMap = <V>(): Record<string, V> => Object.create(null) as Record<string, V>;
