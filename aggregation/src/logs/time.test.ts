import fc from 'fast-check';
import { finerTime, readTime } from './time.js';

const NS_PER_MS = 1_000_000n;
const AT = BigInt(Date.UTC(2026, 0, 1)) * NS_PER_MS;

const isoOf = (ns: bigint) =>
  `${new Date(Number(ns / 1_000_000_000n) * 1000).toISOString().slice(0, 19)}.${String(ns % 1_000_000_000n).padStart(9, '0')}Z`;

/** Moments from 1973 to 2262, to the nanosecond. */
const moments = fc.bigInt({ min: 10n ** 17n, max: 2n ** 63n - 1n });

describe('readTime', () => {
  it.each([
    ['2026-01-01T00:00:00Z', 0n],
    ['2026-01-01T00:00:00.1Z', 100_000_000n],
    ['2026-01-01T00:00:00.012Z', 12_000_000n],
    ['2026-01-01T00:00:00.123456789Z', 123_456_789n],
    ['2026-01-01T00:00:00.1234567899Z', 123_456_789n],
    ['2026-01-01T08:00:00.5+08:00', 500_000_000n],
    ['2026-01-01T08:00:00+0800', 0n],
    ['2025-12-31T19:00:00-05', 0n],
    ['2026-01-01 00:00:00,250', 250_000_000n],
    ['2026-01-01 00:00:00.25 UTC', 250_000_000n],
    ['2026-01-01', 0n],
    ['2025-12-31T23:59:60Z', 0n],
    [' 2026-01-01T00:00:00Z ', 0n],
  ])('reads %j', (text, afterNs) => {
    expect(readTime(text)).toBe(AT + afterNs);
  });

  it.each([
    ['seconds', 1_767_225_600, 0n],
    ['seconds with a fraction', 1_767_225_600.25, 250_000_000n],
    ['milliseconds', 1_767_225_600_123, 123_000_000n],
    ['milliseconds as a text', '1767225600123', 123_000_000n],
    ['milliseconds with a fraction', '1767225600123.456789', 123_456_789n],
    ['microseconds, as journald counts', '1767225600123456', 123_456_000n],
    ['nanoseconds', '1767225600123456789', 123_456_789n],
  ])('reads a count of %s', (_, value, afterNs) => {
    expect(readTime(value)).toBe(AT + afterNs);
  });

  it.each([
    'yesterday',
    '',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-01-01T25:00:00Z',
    '9999-12-31T00:00:00Z',
    '99999999999999999999999',
    null,
    true,
    ['2026-01-01T00:00:00Z'],
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('does not read %j', (value) => {
    expect(readTime(value)).toBeUndefined();
  });

  it('reads what it has written, to the nanosecond', () => {
    fc.assert(
      fc.property(moments, (ns) => {
        expect(readTime(isoOf(ns))).toBe(ns);
        expect(readTime(String(ns))).toBe(ns);
      }),
    );
  });

  it('reads one moment from every offset', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 10n ** 18n, max: 2n * 10n ** 18n }),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        (ns, minutes) => {
          const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0');
          const rest = String(Math.abs(minutes) % 60).padStart(2, '0');
          const local = isoOf(ns + BigInt(minutes) * 60_000_000_000n).slice(0, -1);
          expect(readTime(`${local}${minutes < 0 ? '-' : '+'}${hours}:${rest}`)).toBe(ns);
        },
      ),
    );
  });
});

describe('finerTime', () => {
  const trusted = AT + 12_000_000n;

  it.each([
    ['a fraction', '2026-01-01T00:00:00.012345678Z', 12_345_678n],
    ['a count without its leading zeros', '2026-01-01T00:00:00.12345678Z', 12_345_678n],
    ['a fraction without its last zeros', '2026-01-01T00:00:00.0125Z', 12_500_000n],
    ['another millisecond', '2026-01-01T00:00:00.999Z', 12_000_000n],
    ['another second', '2026-01-01T00:00:01.012345678Z', 12_000_000n],
    ['no time', 'soon', 12_000_000n],
    ['nothing', undefined, 12_000_000n],
  ])('takes %s for what it is', (_, fine, afterNs) => {
    expect(finerTime(trusted, fine)).toBe(AT + afterNs);
  });

  it('keeps a time that has nanoseconds already', () => {
    expect(finerTime(trusted + 5n, '2026-01-01T00:00:00.012345678Z')).toBe(trusted + 5n);
  });

  it('finds every moment that KubeSphere writes', () => {
    fc.assert(
      fc.property(moments, (ns) => {
        const written = `${isoOf(ns).slice(0, 19)}.${String(ns % 1_000_000_000n)}Z`;
        expect(finerTime((ns / NS_PER_MS) * NS_PER_MS, written)).toBe(ns);
      }),
      { examples: [[AT + 12_345_678n], [AT + 5n], [AT], [AT + 100_000_000n]] },
    );
  });
});
