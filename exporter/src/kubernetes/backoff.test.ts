import fc from 'fast-check';
import { createBackoff } from './backoff.js';

const options = { firstMs: 500, maxMs: 60_000 };
const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('createBackoff', () => {
  it('doubles up to its longest, and begins anew after a success', () => {
    const backoff = createBackoff({ ...options, random: () => 1 });
    const waits = Array.from({ length: 9 }, () => backoff.next());
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    expect(backoff.failures).toBe(9);
    backoff.reset();
    expect(backoff.next()).toBe(500);
  });

  it('never waits less than half, nor more than the longest', () => {
    fc.assert(
      fc.property(fc.nat(60), unit, (failures, random) => {
        const backoff = createBackoff({ ...options, random: () => random });
        for (let i = 0; i < failures; i += 1) backoff.next();
        const longest = Math.min(60_000, 500 * 2 ** failures);
        const wait = backoff.next();
        expect(wait).toBeGreaterThanOrEqual(longest / 2);
        expect(wait).toBeLessThanOrEqual(longest);
      }),
    );
  });

  it('keeps away as long as the server asks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), unit, (asked, random) => {
        expect(
          createBackoff({ ...options, random: () => random }).next(asked),
        ).toBeGreaterThanOrEqual(asked);
      }),
    );
  });
});
