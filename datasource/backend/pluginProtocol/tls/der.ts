// The parts of ASN.1's DER (ITU-T X.690) that a certificate for ourselves is made of.

/** One value: its tag, its length, its contents. */
export function tagged(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body.length)]), body]);
}

/** Short lengths stand for themselves; longer ones are preceded by how many bytes they take. */
function lengthOf(size: number): readonly number[] {
  if (size < 0x80) return [size];
  const bytes: number[] = [];
  for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 + bytes.length, ...bytes];
}

export const sequence = (...items: readonly Uint8Array[]): Buffer => tagged(0x30, ...items);

export const oneOf = (...items: readonly Uint8Array[]): Buffer => tagged(0x31, ...items);

export const truth = (): Buffer => tagged(0x01, Buffer.from([0xff]));

export const text = (value: string): Buffer => tagged(0x0c, Buffer.from(value, 'utf8'));

export const bytes = (value: Uint8Array): Buffer => tagged(0x04, value);

/** Bits, of which the last `unused` don't count. */
export const bits = (value: Uint8Array, unused = 0): Buffer =>
  tagged(0x03, Buffer.from([unused]), value);

/** A whole number above zero. A zero goes before a first bit that is set: it would be a sign. */
export const positive = (value: Uint8Array): Buffer =>
  tagged(0x02, Buffer.from((value[0] ?? 0) < 0x80 ? [] : [0]), value);

/** A time with four digits for the year. */
export const time = (date: Date): Buffer =>
  tagged(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`, 'ascii'));

/** An object identifier such as `2.5.4.3`: the first two parts share a byte, others take seven bits a byte. */
export function identifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(sevenBits)]));
}

function sevenBits(part: number): readonly number[] {
  const low = [part % 128];
  for (let rest = Math.floor(part / 128); rest > 0; rest = Math.floor(rest / 128))
    low.unshift(0x80 + (rest % 128));
  return low;
}
