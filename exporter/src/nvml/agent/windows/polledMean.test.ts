import fc from 'fast-check';
import { createPolledMean } from './polledMean.js';

const HALF = 500_000;

describe('the mean of what was polled', () => {
  it('weighs each answer by the time since the question before', () => {
    const mean = createPolledMean();
    mean.add(0, 1_000_000);
    mean.add(100, 1_300_000);
    mean.add(20, 1_400_000);
    expect(mean.cut()).toBeCloseTo((100 * 3 + 20) / 4, 9);
  });

  it('is the first answer where there is no other yet, and is not told twice', () => {
    const mean = createPolledMean();
    expect(mean.cut()).toBeUndefined();
    mean.add(99, 1_000_000);
    expect(mean.cut()).toBe(99);
    expect(mean.cut()).toBeUndefined();
  });

  it.each([NaN, -1, 101, 4_294_967_295])('leaves out %p, which is no percentage', (value) => {
    const mean = createPolledMean();
    mean.add(40, HALF);
    mean.add(value, 2 * HALF);
    mean.add(40, 3 * HALF);
    expect(mean.cut()).toBe(40);
  });

  it('adds up, however windows are cut', () => {
    const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.array(fc.boolean(), { minLength: 1 }), (all, cuts) => {
        const mean = createPolledMean();
        let [sum, polls, begun] = [0, 0, 0];
        const cut = (): void => {
          sum += (mean.cut() ?? 0) * (polls - begun);
          begun = polls;
        };
        all.forEach((value, i) => {
          mean.add(value, i * HALF);
          polls = i;
          if (i > 0 && cuts[i % cuts.length] === true) cut();
        });
        cut();
        expect(sum).toBeCloseTo(
          all.slice(1).reduce((total, value) => total + value, 0),
          6,
        );
      }),
    );
  });
});
