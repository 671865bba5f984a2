// FIPS 180-4. Written out because this library runs where neither Node's crypto nor a synchronous browser one exists.

/** The first 32 bits of the fractional part of the n-th root of a prime, the standard's way to make constants. */
function constants(count: number, root: (prime: number) => number): readonly number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) {
    let prime = true;
    for (let d = 2; d * d <= n && prime; d++) prime = n % d !== 0;
    if (prime) found.push(((root(n) % 1) * 2 ** 32) | 0);
  }
  return found;
}

const START = constants(8, Math.sqrt);
const ROUND = constants(64, Math.cbrt);

const at = (words: ArrayLike<number>, index: number): number => words[index] ?? 0;
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** Message words: UTF-16 code units (big-endian), one bit, zeros, and the length in bits. */
function pad(text: string): Int32Array {
  const bits = text.length * 16;
  const words = new Int32Array((((bits + 64) >> 9) + 1) * 16);
  for (let i = 0; i < text.length; i++) {
    words[i >> 1] = at(words, i >> 1) | (text.charCodeAt(i) << (i % 2 === 0 ? 16 : 0));
  }
  words[bits >> 5] = at(words, bits >> 5) | (0x80 << (24 - (bits % 32)));
  words[words.length - 1] = bits;
  return words;
}

function schedule(words: Int32Array, offset: number): Int32Array {
  const w = new Int32Array(64);
  w.set(words.subarray(offset, offset + 16));
  for (let i = 16; i < 64; i++) {
    const a = at(w, i - 15);
    const b = at(w, i - 2);
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    w[i] = at(w, i - 16) + s0 + at(w, i - 7) + s1;
  }
  return w;
}

function compress(state: readonly number[], w: Int32Array): readonly number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(ROUND, i) + at(w, i)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + at(state, i)) | 0);
}

/**
 * SHA-256 of a text's UTF-16 code units, big-endian, as 64 hex digits. Code units rather than UTF-8, so that
 * texts that are not well-formed Unicode hash apart too.
 */
export function sha256Hex(text: string): string {
  const words = pad(text);
  let state = START;
  for (let offset = 0; offset < words.length; offset += 16) {
    state = compress(state, schedule(words, offset));
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
