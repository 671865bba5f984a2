import fc from 'fast-check';
import { durationText, intervalsOf, macrosOf } from './interval.js';

const HOUR = 3_600_000;
const asked = { rangeMs: 6 * HOUR, intervalMs: 20_000, maxDataPoints: 1000 };

describe('the step of a query', () => {
  it('is what the width asks for, rounded as Grafana rounds it', () => {
    expect(intervalsOf(asked).stepMs).toBe(20_000);
  });

  it('is no smaller than what Prometheus scrapes', () => {
    expect(intervalsOf({ ...asked, rangeMs: 60_000, scrape: '30s' }).stepMs).toBe(30_000);
    expect(intervalsOf({ ...asked, rangeMs: 60_000 }).stepMs).toBe(15_000);
  });

  it("lets the query's own least step take the place of that", () => {
    const { stepMs } = intervalsOf({ ...asked, rangeMs: 60_000, scrape: '30s', minStep: '5s' });
    expect(stepMs).toBe(5000);
  });

  it('never asks for more points than Prometheus gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 400 * 24 * HOUR }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.constantFrom('1s', '15s', '1m'),
        (rangeMs, maxDataPoints, minStep) => {
          const { stepMs } = intervalsOf({ rangeMs, intervalMs: 1000, maxDataPoints, minStep });
          expect(rangeMs / stepMs).toBeLessThanOrEqual(11_000);
        },
      ),
    );
  });
});

describe('the window of a rate', () => {
  it('holds four scrapes at least', () => {
    expect(intervalsOf({ ...asked, intervalMs: 1000, scrape: '15s' }).rateMs).toBe(60_000);
    expect(intervalsOf({ ...asked, intervalMs: 1000, scrape: '30s' }).rateMs).toBe(120_000);
  });

  it('reaches over the step when that is longer', () => {
    expect(intervalsOf({ ...asked, intervalMs: 300_000 }).rateMs).toBe(315_000);
  });
});

it.each([
  [15_000, '15s'],
  [60_000, '1m'],
  [5_400_000, '1h30m'],
  [250, '250ms'],
  [90_061_001, '25h1m1s1ms'],
  [0, '0s'],
])('%d ms is %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

it("fills in Grafana's own variables", () => {
  expect(macrosOf({ stepMs: 15_000, rateMs: 60_000 }, 6 * HOUR)).toEqual({
    __interval: '15s',
    __interval_ms: '15000',
    __rate_interval: '1m',
    __rate_interval_ms: '60000',
    __range: '21600s',
    __range_s: '21600',
    __range_ms: '21600000',
  });
});
