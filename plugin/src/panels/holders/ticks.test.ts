import { dateTimeForTimeZone } from '@grafana/data';
import fc from 'fast-check';
import { ticksOf, tickStep } from './ticks.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 20, 7, 41);

const texts = (lengthMs: number, width: number, zone = 'utc') =>
  ticksOf({ fromMs: START, toMs: START + lengthMs }, width, zone).map(({ text }) => text);

describe('ticks', () => {
  it('stand at times that people read a clock by', () => {
    expect(texts(6 * HOUR, 600)).toEqual(['08:00', '09:00', '10:00', '11:00', '12:00', '13:00']);
    expect(texts(3 * DAY, 400)).toEqual(['11-21', '11-22', '11-23']);
    expect(texts(60_000, 400)).toEqual([
      '07:41:00',
      '07:41:15',
      '07:41:30',
      '07:41:45',
      '07:42:00',
    ]);
  });

  it('are full hours and days where the reader is', () => {
    expect(texts(6 * HOUR, 400, 'Asia/Kolkata').at(0)).toBe('15:00');
    const [midnight] = ticksOf({ fromMs: START, toMs: START + 3 * DAY }, 400, 'Asia/Shanghai');
    expect(dateTimeForTimeZone('Asia/Shanghai', midnight!.atMs).format('HH:mm')).toBe('00:00');
  });

  it.each([
    ['put back', Date.UTC(2026, 9, 30, 12), ['10-31', '11-01', '11-02', '11-03', '11-04']],
    ['put forward', Date.UTC(2026, 2, 6, 12), ['03-07', '03-08', '03-09', '03-10', '03-11']],
  ])('name each day once, at its midnight, where clocks are %s', (_, fromMs, days) => {
    const zone = 'America/New_York';
    const ticks = ticksOf({ fromMs, toMs: fromMs + 5 * DAY }, 500, zone);
    expect(ticks.map(({ text }) => text)).toEqual(days);
    for (const { atMs } of ticks)
      expect(dateTimeForTimeZone(zone, atMs).format('HH:mm')).toBe('00:00');
  });

  it('lie within the range and leave one another room', () => {
    const length = fc.integer({ min: 60_000, max: 400 * DAY });
    fc.assert(
      fc.property(length, fc.integer({ min: 100, max: 3000 }), (lengthMs, width) => {
        const range = { fromMs: START, toMs: START + lengthMs };
        const ticks = ticksOf(range, width, 'utc');
        expect((tickStep(range, width, 80) / lengthMs) * width).toBeGreaterThanOrEqual(80);
        for (const { atMs } of ticks) {
          expect(atMs).toBeGreaterThanOrEqual(range.fromMs);
          expect(atMs).toBeLessThanOrEqual(range.toMs);
        }
      }),
    );
  });
});
