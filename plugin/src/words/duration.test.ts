import fc from 'fast-check';
import { formatDuration, formatIdle, formatLasting, formatWhen } from './duration.js';

const HOUR = 3600;
const DAY = 24 * HOUR;

describe('how long', () => {
  it.each([
    [0, '0 s'],
    [-5, '0 s'],
    [59.9, '59 s'],
    [60, '1 min'],
    [HOUR - 1, '59 min'],
    [5.9 * HOUR, '5 h'],
    [2 * DAY - 1, '47 h'],
    [3.5 * DAY, '3 days'],
    [1200 * DAY, '1,200 days'],
    [NaN, '–'],
  ])('%d seconds is %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it('never claims more than has passed, and less by at most one of the unit named', () => {
    const sizes: Readonly<Record<string, number>> = { s: 1, min: 60, h: HOUR, days: DAY };
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (seconds) => {
        const [amount = '', unit = ''] = formatDuration(seconds).replaceAll(',', '').split(' ');
        const size = sizes[unit]!;
        const claimed = Number(amount) * size;
        expect(claimed).toBeLessThanOrEqual(seconds);
        expect(seconds - claimed).toBeLessThan(size + 1e-6);
      }),
    );
  });

  it('is put into words for what it is', () => {
    expect(formatIdle(5 * HOUR)).toBe('idle for 5 h');
    expect(formatLasting(3 * DAY)).toBe('for 3 days');
  });
});

describe('when', () => {
  const now = Date.UTC(2026, 10, 21);
  it.each([
    [now - 5 * HOUR * 1000, '5 h ago'],
    [now + 3 * DAY * 1000, 'in 3 days'],
    [now, 'now'],
    [now - 400, 'now'],
    [NaN, '–'],
  ])('%d is %s', (at, text) => {
    expect(formatWhen(at, now)).toBe(text);
  });
});
