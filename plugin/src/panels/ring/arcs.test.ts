import fc from 'fast-check';
import { arcPath, shareOf } from './arcs.js';

const numbers = (d: string) => (d.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

describe('a share', () => {
  it.each([
    [2, 8, 0.25],
    [12, 8, 1],
    [-1, 8, 0],
    [NaN, 8, 0],
    [1, 0, 0],
    [1, NaN, 0],
  ])('%d of %d is %d of the circle', (part, whole, share) => {
    expect(shareOf(part, whole)).toBe(share);
  });
});

describe('an arc', () => {
  it('starts at the top and goes clockwise', () => {
    const [x0, y0, , , , , , x1, y1] = numbers(arcPath(40, 0, 0.25));
    expect([x0, y0, x1, y1]).toEqual([50, 10, 90, 50]);
  });

  it('of nothing is not drawn', () => {
    expect([arcPath(40, 0.5, 0.5), arcPath(40, 0.6, 0.5), arcPath(40, 0, NaN)]).toEqual([
      '',
      '',
      '',
    ]);
  });

  it('all around is drawn as two halves that meet where they began', () => {
    const path = arcPath(40, 0, 1);
    expect(path.match(/A/g)).toHaveLength(2);
    const found = numbers(path);
    expect(found.slice(-2)).toEqual(found.slice(0, 2));
  });

  it('ends at its angle, on its circle, the long way round where that is more than half', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (share) => {
        const [, , , , , large, sweep, x = 0, y = 0] = numbers(arcPath(40, 0, share));
        expect(Math.hypot(x - 50, y - 50)).toBeCloseTo(40, 1);
        const turn = Math.atan2(x - 50, 50 - y) / (2 * Math.PI);
        expect(turn < 0 ? turn + 1 : turn).toBeCloseTo(share, 3);
        expect([large, sweep]).toEqual([share > 0.5 ? 1 : 0, 1]);
      }),
    );
  });
});
