import fc from 'fast-check';
import { bearableInterval } from './interval.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const hour = { fromMs: 0, toMs: HOUR };

describe('bearableInterval', () => {
  it.each([
    [60_000, hour, 1, 60_000],
    [15_123, hour, 1, 15_123],
    [1, hour, 1, 2000],
    [0, hour, 1, 2000],
    [1000, { fromMs: 0, toMs: 31 * DAY }, 1, 30 * 60_000],
    [1000, { fromMs: 0, toMs: 31 * DAY }, 100, 6 * HOUR],
    [1000, { fromMs: 0, toMs: 3660 * DAY }, 100, 19 * DAY],
  ])('asked for %d ms over %j with %d series: %d ms', (askedMs, range, groups, expected) => {
    expect(bearableInterval(askedMs, range, groups)).toBe(expected);
  });

  it('never makes more places than a store bears, nor a finer step than was asked for', () => {
    const range = fc.record({
      fromMs: fc.nat(1e9),
      lengthMs: fc.integer({ min: 1, max: 3660 * DAY }),
    });
    fc.assert(
      fc.property(fc.nat(DAY), range, fc.nat(10_000), (askedMs, { fromMs, lengthMs }, groups) => {
        const step = bearableInterval(askedMs, { fromMs, toMs: fromMs + lengthMs }, groups);
        expect(Number.isInteger(step)).toBe(true);
        expect(step).toBeGreaterThanOrEqual(askedMs);
        const steps = Math.ceil(lengthMs / step);
        expect(steps).toBeLessThanOrEqual(2000);
        expect(steps * groups).toBeLessThanOrEqual(20_000 + groups);
      }),
    );
  });
});
