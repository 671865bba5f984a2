import { STRINGS } from '../numbers.js';
import { emptyMap, readEntry, readFields } from './read.js';
import { entryField, partsField, type Parts } from './write.js';
import type { BinaryReader } from '@bufbuild/protobuf/wire';

/** HTTP headers: each name may have several values. */
export type HeaderLists = Readonly<Record<string, readonly string[]>>;

/** A `map<string, StringList>`. */
export const headersField = (number: number, headers: HeaderLists): Parts =>
  Object.entries(headers).flatMap(([name, values]) =>
    entryField(
      number,
      name,
      values.flatMap((value) => partsField(STRINGS.values, [Buffer.from(value, 'utf8')])),
    ),
  );

/** Reads the entries of a `map<string, StringList>` one by one into an object without a prototype. */
export function headersMap(): {
  readonly map: HeaderLists;
  readonly add: (reader: BinaryReader) => void;
} {
  const map = emptyMap<readonly string[]>();
  return {
    map,
    add: (reader) => {
      const [name, values] = readEntry(reader, [], (entry) => readStrings(entry.bytes()));
      map[name] = values;
    },
  };
}

function readStrings(bytes: Uint8Array): readonly string[] {
  const strings: string[] = [];
  readFields(bytes, { [STRINGS.values]: (reader) => strings.push(reader.string()) });
  return strings;
}
