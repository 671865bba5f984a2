import fc from 'fast-check';
import { arcPath, partOf } from './arc.js';

describe('a dial', () => {
  it.each([
    [50, 0, 100, 0.5],
    [-5, 0, 100, 0],
    [500, 0, 100, 1],
    [NaN, 0, 100, 0],
    [1, 1, 1, 0],
  ])('puts %d between %d and %d at %d', (value, min, max, part) => {
    expect(partOf(value, min, max)).toBe(part);
  });

  it('stays on its circle', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (part) => {
        const path = arcPath(0, part, 80);
        const [, x = 'NaN', y = 'NaN'] = / ([-\d.]+) ([-\d.]+)$/.exec(path) ?? [];
        expect(Math.hypot(Number(x), Number(y))).toBeCloseTo(80, 0);
      }),
    );
  });

  it('goes the long way round for more than half a turn', () => {
    expect(arcPath(0, 1, 80)).toContain('A 80 80 0 1 1');
    expect(arcPath(0, 0.5, 80)).toContain('A 80 80 0 0 1');
  });
});
