/** A whole number ≥ 0 below 2^53 as Go's `binary.PutUvarint` writes it. */
export function uvarint(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  while (left >= 0x80) {
    bytes.push((left % 0x80) | 0x80);
    left = Math.floor(left / 0x80);
  }
  bytes.push(left);
  return bytes;
}

/** A whole number between −2^52 and 2^52 as Go's `binary.PutVarint` writes it. */
export const varint = (value: number): number[] => uvarint(value < 0 ? -2 * value - 1 : 2 * value);
