import type { JsonValue } from './record.js';

const NS_PER_SECOND = 1_000_000_000n;
const NS_DIGITS = 9;
/** Signed 64 bits of nanoseconds, as data frames hold times: 1677 to 2262. */
const LIMIT = 2n ** 63n;

/** `2026-11-21T08:00:00.123456789+08:00`; a blank for the T, a comma for the point, no colon in the offset. */
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?\s*(Z|z|UTC|[+-]\d\d(?::?\d\d)?)?$/u;

const EPOCH = /^(-?)(\d+)(?:\.(\d+))?$/u;

/** A fraction's digits as nanoseconds; what is finer is dropped. */
const fraction = (digits: string) => BigInt(digits.slice(0, NS_DIGITS).padEnd(NS_DIGITS, '0'));

function offsetMinutes(zone: string): number {
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return Number.isNaN(minutes) ? 0 : sign * minutes;
}

function readIso(text: string): bigint | undefined {
  const found = ISO.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', digits = '', zone = 'Z'] =
    found;
  const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(0);
  date.setUTCFullYear(y, mo - 1, d);
  const isDay = date.getUTCMonth() === mo - 1 && date.getUTCDate() === d;
  // A leap second is written :60, and is the next second.
  if (!isDay || h > 24 || mi > 59 || s > 60) return undefined;
  date.setUTCHours(h, mi, s);
  const shift = /^[+-]/u.test(zone) ? offsetMinutes(zone) : 0;
  const seconds = BigInt(date.getTime() / 1000) - BigInt(shift * 60);
  return seconds * NS_PER_SECOND + fraction(digits);
}

/** Counts since the epoch by size: no log is from before 1973 or after 5138, so the unit can be told. */
const UNITS = [
  { below: 10n ** 11n, digits: 9 },
  { below: 10n ** 14n, digits: 6 },
  { below: 10n ** 17n, digits: 3 },
];

function readEpoch(text: string): bigint | undefined {
  const found = EPOCH.exec(text);
  if (found === null) return undefined;
  const [, sign, whole = '0', part = ''] = found;
  const count = BigInt(whole);
  const digits = UNITS.find(({ below }) => count < below)?.digits ?? 0;
  const ns = BigInt(whole + part.slice(0, digits).padEnd(digits, '0'));
  return sign === '-' ? -ns : ns;
}

/** A number's digits without an exponent; undefined for one that is not finite. */
function plain(value: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(6);
}

/**
 * A time as records hold it, in nanoseconds since the epoch: ISO 8601 with any fraction and offset (none is UTC), or a
 * count of seconds, milliseconds, microseconds or nanoseconds, told apart by its size. Undefined for anything else.
 */
export function readTime(value: JsonValue | undefined): bigint | undefined {
  if (typeof value === 'number') {
    const text = plain(value);
    return text === undefined ? undefined : readTime(text);
  }
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const ns = readIso(text) ?? readEpoch(text);
  return ns === undefined || ns >= LIMIT || ns < -LIMIT ? undefined : ns;
}

const NS_PER_MS = 1_000_000n;

const milliseconds = (ns: bigint) =>
  (ns - (((ns % NS_PER_MS) + NS_PER_MS) % NS_PER_MS)) / NS_PER_MS;

/** A fraction of a second that may be a count of nanoseconds whose leading zeros were dropped. */
const SHORT_FRACTION = /[.,]([1-9]\d{0,7})(?=\D*$|[+-]\d\d:?\d\d$)/u;

/**
 * The finer of two times of a record, where both agree to the millisecond; else the trusted one. KubeSphere writes
 * 12,345,678 ns as `.12345678`: if that reads wrong as a fraction, it is read as the count that it was.
 */
export function finerTime(trusted: bigint, fine: JsonValue | undefined): bigint {
  if (trusted % NS_PER_MS !== 0n) return trusted;
  const agrees = (time: bigint | undefined): time is bigint =>
    time !== undefined && milliseconds(time) === milliseconds(trusted);
  const asWritten = readTime(fine);
  if (agrees(asWritten) || typeof fine !== 'string') return agrees(asWritten) ? asWritten : trusted;
  const padded = fine.replace(
    SHORT_FRACTION,
    (_, digits: string) => `.${digits.padStart(NS_DIGITS, '0')}`,
  );
  const asCount = readTime(padded);
  return agrees(asCount) ? asCount : trusted;
}
