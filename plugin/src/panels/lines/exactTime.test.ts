import { exactTime } from './exactTime.js';

it('tells time to the nanosecond, as far as it is known', () => {
  const timeMs = Date.UTC(2026, 10, 21, 8, 0, 0, 7);
  expect(exactTime({ timeMs, nanos: 0 })).toBe('2026-11-21T08:00:00.007Z');
  expect(exactTime({ timeMs, nanos: 42 })).toBe('2026-11-21T08:00:00.007000042Z');
  expect(exactTime({ timeMs: NaN, nanos: 0 })).toBe('');
});
