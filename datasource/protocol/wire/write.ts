import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/**
 * An encoded message as pieces in a row. Frames of megabytes lie three messages deep: pieces are joined once, at the
 * end, and not at each depth.
 */
export type Parts = readonly Uint8Array[];

export const sizeOf = (parts: Parts): number => {
  let size = 0;
  for (const part of parts) size += part.length;
  return size;
};

/** The bytes of a whole message. */
export function joinParts(parts: Parts): Buffer {
  return Buffer.concat(parts);
}

/** A field of bytes, or a message within one; written even when empty. */
export function partsField(number: number, parts: Parts): Parts {
  const head = new BinaryWriter().tag(number, WireType.LengthDelimited).uint32(sizeOf(parts));
  return [head.finish(), ...parts];
}

/** A field of bytes; empty ones are left out, as proto3 does. */
export const bytesField = (number: number, bytes: Uint8Array): Parts =>
  bytes.length === 0 ? [] : partsField(number, [bytes]);

export const stringField = (number: number, text: string): Parts =>
  bytesField(number, Buffer.from(text, 'utf8'));

/** An int32 or enum; 0 is left out. */
export const int32Field = (number: number, value: number): Parts =>
  value === 0 ? [] : [new BinaryWriter().tag(number, WireType.Varint).int32(value).finish()];

/** One entry of a `map<string, message>`. */
export const entryField = (number: number, key: string, message: Parts): Parts =>
  partsField(number, [...stringField(1, key), ...partsField(2, message)]);

/** An int64; 0 is left out. */
export const int64Field = (number: number, value: number): Parts =>
  value === 0
    ? []
    : [new BinaryWriter().tag(number, WireType.Varint).int64(BigInt(value)).finish()];

/** A `map<string, string>`. */
export const textMapField = (number: number, map: Readonly<Record<string, string>>): Parts =>
  Object.entries(map).flatMap(([key, value]) =>
    entryField(number, key, [Buffer.from(value, 'utf8')]),
  );
