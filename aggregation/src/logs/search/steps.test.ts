import fc from 'fast-check';
import { checkSteps, stepCount, stepsOf } from './steps.js';

const range = fc
  .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 100_000 }))
  .map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length }));
const interval = fc.integer({ min: 1_000, max: 60_000 });

describe('the steps of a range', () => {
  it('hold every moment of it once, begin at multiples of the step, and none is empty of it', () => {
    fc.assert(
      fc.property(range, interval, fc.nat(), (drawn, step, pick) => {
        const steps = stepsOf(drawn, step);
        expect(steps).toHaveLength(stepCount(drawn, step));
        expect(steps.every((at) => at % step === 0)).toBe(true);
        expect(steps.every((at) => at < drawn.toMs && at + step > drawn.fromMs)).toBe(true);
        const moment = drawn.fromMs + (pick % (drawn.toMs - drawn.fromMs));
        expect(steps.filter((at) => at <= moment && moment < at + step)).toHaveLength(1);
      }),
    );
  });

  it('are none of no time at all', () => {
    expect(stepsOf({ fromMs: 60_000, toMs: 60_000 }, 60_000)).toEqual([]);
    expect(stepsOf({ fromMs: 60_000, toMs: 0 }, 60_000)).toEqual([]);
  });

  it('may be ten thousand, and not one more', () => {
    const of = (count: number) => ({ fromMs: 0, toMs: count * 1_000 });
    expect(() => checkSteps(of(10_000), 1_000)).not.toThrow();
    expect(() => checkSteps(of(10_001), 1_000)).toThrow(/10001 steps.*longer steps/);
  });

  it.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('of %d ms are none', (step) => {
    expect(() => checkSteps({ fromMs: 0, toMs: 1_000 }, step)).toThrow(/whole ms/);
  });
});
