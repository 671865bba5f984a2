import { setTimeZoneResolver } from '@grafana/data';
import fc from 'fast-check';
import { fixedRange, moved, rangeJson, rangeTexts, timeRangeOf, zoomedOut } from './timeRange.js';

const HOUR = 3_600_000;
const span = fc
  .tuple(fc.integer({ min: 1, max: 4e12 }), fc.integer({ min: 1000, max: 1e9 }))
  .map(([from, length]) => ({ fromMs: from, toMs: from + length }));

const NOW = Date.UTC(2026, 10, 21, 1, 30);

beforeEach(() => void jest.useFakeTimers({ now: NOW }));
afterEach(() => void jest.useRealTimers());

describe('a time range', () => {
  it('is read from every way that Grafana writes it', () => {
    const wanted = { fromMs: Date.UTC(2026, 10, 21), toMs: Date.UTC(2026, 10, 21, 1) };
    const iso = ['2026-11-21T00:00:00.000Z', '2026-11-21T01:00:00.000Z'] as const;
    expect(rangeJson(timeRangeOf(...iso))).toEqual(wanted);
    expect(rangeJson(timeRangeOf(String(wanted.fromMs), String(wanted.toMs)))).toEqual(wanted);
    expect(rangeJson(timeRangeOf('now-6h', 'now'))).toEqual({ fromMs: NOW - 6 * HOUR, toMs: NOW });
  });

  it('stays relative in the address', () => {
    expect(rangeTexts(timeRangeOf('now-6h', 'now').raw)).toEqual({ from: 'now-6h', to: 'now' });
  });

  it.each([
    ['yesterday', 'now'],
    ['now', 'now-1h'],
    ['5', '5'],
    ['now-1x', ''],
  ])('from %j to %j is the last hour: nothing else can be meant', (from, to) => {
    expect(rangeJson(timeRangeOf(from, to))).toEqual({ fromMs: NOW - HOUR, toMs: NOW });
  });

  it.each([
    ['utc', Date.UTC(2026, 10, 21)],
    ['Asia/Shanghai', Date.UTC(2026, 10, 20, 16)],
    ['America/New_York', Date.UTC(2026, 10, 20, 5)],
  ])("of today begins at midnight by the reader's clock: %s", (zone, fromMs) => {
    setTimeZoneResolver(() => zone);
    const today = rangeJson(timeRangeOf('now/d', 'now/d'));
    setTimeZoneResolver(() => 'browser');
    expect(today).toEqual({ fromMs, toMs: fromMs + 24 * HOUR - 1 });
  });

  it('of moments is the same when it is read again', () => {
    fc.assert(
      fc.property(span, ({ fromMs, toMs }) => {
        const range = fixedRange(fromMs, toMs);
        const { from, to } = rangeTexts(range.raw);
        expect(rangeJson(timeRangeOf(from, to))).toEqual({ fromMs, toMs });
      }),
    );
  });

  it('zoomed out is twice as long, holds all that was there, and never looks into the future', () => {
    fc.assert(
      fc.property(span, fc.integer({ min: 0, max: 1e9 }), ({ fromMs, toMs }, later) => {
        const now = toMs + later;
        const out = rangeJson(zoomedOut(fixedRange(fromMs, toMs), now));
        expect(Math.abs(out.toMs - out.fromMs - 2 * (toMs - fromMs))).toBeLessThanOrEqual(2);
        expect(out.fromMs).toBeLessThanOrEqual(fromMs);
        expect(out.toMs).toBeGreaterThanOrEqual(toMs);
        expect(out.toMs).toBeLessThanOrEqual(now + 1);
      }),
    );
  });

  it('moved goes by half its length', () => {
    const range = fixedRange(10_000, 20_000);
    expect(rangeJson(moved(range, -1))).toEqual({ fromMs: 5000, toMs: 15_000 });
    expect(rangeJson(moved(range, 1))).toEqual({ fromMs: 15_000, toMs: 25_000 });
  });
});
