import fc from 'fast-check';
import { usable } from './samples.js';

interface Sample {
  readonly timeStamp: number;
  readonly value: number;
}

const value = (sample: Sample): number => sample.value;
const at = (timeStamp: number, percent = 50): Sample => ({ timeStamp, value: percent });
const NOW = 100_000_000;

describe('usable samples', () => {
  it('come oldest first, however the driver orders them', () => {
    expect(usable([at(30), at(10), at(20)], value, 0, NOW).map((s) => s.timeStamp)).toEqual([
      10, 20, 30,
    ]);
  });

  it('leave out what was known already', () => {
    expect(usable([at(10), at(20), at(21)], value, 20, NOW)).toEqual([at(21)]);
  });

  it.each([101, 4_294_967_295, -1, NaN])('leave out %d %%, as some drivers send it', (percent) => {
    expect(usable([at(10, percent), at(11, 100), at(12, 0)], value, 0, NOW)).toEqual([
      at(11, 100),
      at(12, 0),
    ]);
  });

  it('leave out the future, which is what the past is after the wall clock was set back', () => {
    expect(usable([at(NOW + 3_600_000_000), at(NOW + 1000)], value, 0, NOW)).toEqual([
      at(NOW + 1000),
    ]);
  });

  it('are some of those that came, each once, in order', () => {
    const sample = fc.record({
      timeStamp: fc.integer({ min: 0, max: 200 }),
      value: fc.integer({ min: -10, max: 110 }),
    });
    fc.assert(
      fc.property(fc.array(sample), fc.integer({ min: 0, max: 200 }), (samples, after) => {
        const found = usable(samples, value, after, NOW);
        expect(found).toEqual([...found].sort((a, b) => a.timeStamp - b.timeStamp));
        const fits = samples.filter((s) => s.timeStamp > after && s.value >= 0 && s.value <= 100);
        expect(new Set(found)).toEqual(new Set(fits));
        expect(found).toHaveLength(fits.length);
      }),
    );
  });
});
