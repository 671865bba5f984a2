import { createHmac } from 'node:crypto';

/** By what each kind of token is replaced: equal ones by equal ones, others by others. */
export interface Replacements {
  readonly word: (value: string) => string;
  /** Of up to three digits: as they are. */
  readonly digits: (value: string) => string;
  /** `joint`: what stands between the parts; nothing in a bare one of 32 or 64 digits. */
  readonly uuid: (value: string, joint: string) => string;
  readonly pci: (value: string) => string;
  readonly ip: (value: string) => string;
}

const LETTERS = 8;
const KEPT_DIGITS = 3;
/** The largest number of nine digits and less fits wherever a user id does. */
const MOST_DIGITS = 9;

type Once = (kind: string, value: string, make: (bytes: Buffer) => string) => string;

/** Makes a replacement of a value's keyed hash when it is first met, and remembers it. */
function createOnce(key: Uint8Array): Once {
  const known = new Map<string, string>();
  return (kind, value, make) => {
    const id = `${kind}\0${value}`;
    const made = known.get(id) ?? make(createHmac('sha256', key).update(id).digest());
    known.set(id, made);
    return made;
  };
}

function createDigits(once: Once): Replacements['digits'] {
  // Of four digits there are few: two users must not become one.
  const taken = new Set<number>();
  return (value) => {
    if (value.length <= KEPT_DIGITS) return value;
    const first = 10 ** (Math.min(value.length, MOST_DIGITS) - 1);
    const span = 9 * first;
    return once('digits', value, (bytes) => {
      let offset = bytes.readUInt32BE(0) % span;
      for (let tried = 0; taken.has(first + offset) && tried < span; tried += 1) {
        offset = (offset + 1) % span;
      }
      taken.add(first + offset);
      return String(first + offset);
    });
  };
}

/** Of one id with dashes, underscores or nothing between comes one replacement, spelt the same way. */
function uuid(once: Once, value: string, joint: string): string {
  const plain = value.toLowerCase().replaceAll(/[-_]/g, '');
  const hex = once('hex', plain, (bytes) => bytes.toString('hex')).slice(0, plain.length);
  const asVersion4 = `${hex.slice(0, 12)}4${hex.slice(13, 16)}8${hex.slice(17)}`;
  if (joint === '') return plain.length === 32 ? asVersion4 : hex;
  return asVersion4.replace(
    /^(.{8})(.{4})(.{4})(.{4})/,
    `$1${joint}$2${joint}$3${joint}$4${joint}`,
  );
}

/** The domain is written with four digits or with eight, as sysfs and NVML do. */
function pci(once: Once, value: string): string {
  const [, domain = '', place = ''] = /^([^:]*):(.*)$/.exec(value.toLowerCase()) ?? [];
  const hex = once('pci', `${domain.slice(-4)}:${place}`, (bytes) => bytes.toString('hex'));
  return `${hex.slice(0, 4).padStart(domain.length, '0')}:${hex.slice(4, 6)}:00.0`;
}

function ip(once: Once, value: string): string {
  const points = value.replaceAll('-', '.');
  const shown = once('ip', points, (bytes) => `10.${bytes[0]}.${bytes[1]}.${bytes[2]}`);
  return value.includes('-') ? shown.replaceAll('.', '-') : shown;
}

/** The key makes the replacements of two recordings strangers to each other. */
export function createReplacements(key: Uint8Array): Replacements {
  const once = createOnce(key);
  return {
    word: (value) =>
      once('word', value.toLowerCase(), (bytes) =>
        [...bytes.subarray(0, LETTERS)]
          .map((byte) => String.fromCharCode(97 + (byte % 26)))
          .join(''),
      ),
    digits: createDigits(once),
    uuid: (value, joint) => uuid(once, value, joint),
    pci: (value) => pci(once, value),
    ip: (value) => ip(once, value),
  };
}
