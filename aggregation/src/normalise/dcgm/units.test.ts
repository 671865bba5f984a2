import * as fc from 'fast-check';
import { isRatioUnit, type KnownUnit, lowestOf, stepOf, toOldUnit, toSi } from './units.js';

describe('toSi', () => {
  it.each([
    ['percent', 38, 0.38],
    ['percent', 29, 0.29],
    ['ratio', 0.29, 0.29],
    ['mebibytes', 3, 3_145_728],
    ['megahertz', 1410, 1_410_000_000],
    ['millijoules', 1500, 1.5],
    ['nanoseconds', 2_500_000_000, 2.5],
    ['celsius', -3, -3],
    ['bytes_per_second', 7, 7],
  ] as const)('%s %d is %d', (unit, value, si) => {
    expect(toSi(value, unit)).toBe(si);
  });

  it('keeps the order of values in every unit', () => {
    const UNITS: KnownUnit[] = ['percent', 'mebibytes', 'megahertz', 'millijoules', 'nanoseconds'];
    fc.assert(
      fc.property(fc.constantFrom(...UNITS), fc.nat(), fc.nat(), (unit, a, b) => {
        expect(Math.sign(toSi(a, unit) - toSi(b, unit))).toBe(Math.sign(a - b));
      }),
    );
  });
});

describe('toOldUnit', () => {
  it.each([
    ['ratio', 'percent'],
    ['bytes', 'mebibytes'],
    ['hertz', 'megahertz'],
    ['joules', 'millijoules'],
    ['seconds', 'nanoseconds'],
  ] as const)('undoes what made %s of %s', (renamed, old) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (value) => {
        expect(toOldUnit(toSi(value, old), renamed) / value).toBeCloseTo(1, 12);
      }),
    );
  });

  it('leaves alone what never changed', () => {
    expect(toOldUnit(5, 'watts')).toBe(5);
    expect(toOldUnit(5, 'mebibytes')).toBe(5);
  });
});

describe('what else a unit tells', () => {
  it('is how coarse it is', () => {
    expect(stepOf('mebibytes')).toBe(1_048_576);
    expect(stepOf('percent')).toBe(0.01);
  });

  it('is whether 1 is the most', () => {
    expect(isRatioUnit('percent')).toBe(true);
    expect(isRatioUnit('ratio')).toBe(true);
    expect(isRatioUnit('watts')).toBe(false);
  });

  it('is how low it goes', () => {
    expect(lowestOf('celsius')).toBe(-273.15);
    expect(lowestOf('watts')).toBe(0);
  });
});
