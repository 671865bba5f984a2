import fc from 'fast-check';
import { createDriverTime } from './driverTime.js';

const S = 1_000_000;
const stretch = (from: number, to: number) => ({ from, to, moments: [from, to] });

describe('the driver’s time', () => {
  it('is that of the device’s samples, from the first of them on', () => {
    const time = createDriverTime();
    expect(
      time.advance({ device: stretch(5 * S, 6 * S), process: undefined, monotonicUs: 0 }),
    ).toBe(S);
    expect(
      time.advance({ device: stretch(6 * S, 6.5 * S), process: undefined, monotonicUs: S }),
    ).toBe(0.5 * S);
    expect([time.before, time.from, time.to]).toEqual([5 * S, 6 * S, 6.5 * S]);
  });

  it('goes as far as a process’s sample where that is newer', () => {
    const time = createDriverTime();
    time.advance({ device: stretch(5 * S, 6 * S), process: 6.2 * S, monotonicUs: 0 });
    expect(time.to).toBe(6.2 * S);
    expect(
      time.advance({ device: stretch(6 * S, 6.1 * S), process: undefined, monotonicUs: S }),
    ).toBe(0);
  });

  it('is told by our own clock where the device has no samples', () => {
    const time = createDriverTime();
    const ask = (process: number | undefined, monotonicUs: number): number =>
      time.advance({ device: undefined, process, monotonicUs });
    expect(ask(undefined, 0)).toBe(0);
    expect(ask(20 * S, S)).toBe(S);
    expect(time.to).toBe(20 * S);
    expect(ask(undefined, 5 * S)).toBe(4 * S);
    // A sample of the last second may be under way.
    expect(time.to).toBe(23 * S);
  });

  it('never goes back, and its steps add up to the way', () => {
    const step = fc.record({
      device: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
      process: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
        const time = createDriverTime();
        let last = 0;
        let sum = 0;
        let start: number | undefined;
        steps.forEach(({ device = 1, process }, index) => {
          sum += time.advance({
            device: stretch(Math.min(device, 1), device),
            process,
            monotonicUs: index,
          });
          start ??= time.from;
          expect(time.to).toBeGreaterThanOrEqual(last);
          expect(time.from).toBeGreaterThanOrEqual(time.before);
          last = time.to;
        });
        expect(sum).toBe(time.to - (start ?? 0));
      }),
    );
  });
});
