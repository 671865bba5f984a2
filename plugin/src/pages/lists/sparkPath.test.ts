import fc from 'fast-check';
import { sparkPath } from './sparkPath.js';

const BOX = { width: 100, height: 20 };
const points = (path: string) =>
  [...path.matchAll(/([ML])([\d.]+) ([\d.]+)/g)].map(([, kind, x, y]) => ({
    kind,
    x: Number(x),
    y: Number(y),
  }));

describe('sparkPath', () => {
  it('goes from left to right, nought at the bottom, the greatest at the top', () => {
    expect(points(sparkPath([0, 2, 4], BOX))).toEqual([
      { kind: 'M', x: 0, y: 20 },
      { kind: 'L', x: 50, y: 10 },
      { kind: 'L', x: 100, y: 0 },
    ]);
  });

  it('leaves a gap where nothing was measured', () => {
    expect(points(sparkPath([1, null, 1, 1], BOX)).map(({ kind }) => kind)).toEqual([
      'M',
      'M',
      'L',
    ]);
  });

  it('draws a point of a value between two gaps', () => {
    expect(sparkPath([null, 4, null], BOX)).toBe('M50.0 0.0h0');
    expect(sparkPath([2], BOX)).toBe('M0.0 0.0h0');
  });

  it('takes neither what is endless nor what is no number for a value', () => {
    const whole = sparkPath([1, null, 2, 3], BOX);
    for (const odd of [Number.NaN, Infinity, -Infinity])
      expect(sparkPath([1, odd, 2, 3], BOX)).toBe(whole);
  });

  it('keeps what is below nought at the bottom', () => {
    expect(points(sparkPath([-5, 5], BOX)).map(({ y }) => y)).toEqual([20, 0]);
  });

  it('draws nothing of nothing', () => {
    expect(sparkPath([], BOX)).toBe('');
    expect(sparkPath([null, Number.NaN], BOX)).toBe('');
  });

  it('stays inside its box, a point for each value', () => {
    const values = fc.array(fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(values, (given) => {
        const found = points(sparkPath(given, BOX));
        expect(found).toHaveLength(given.filter((value) => value !== null).length);
        for (const { x, y } of found) {
          expect(x).toBeLessThanOrEqual(BOX.width);
          expect(y).toBeLessThanOrEqual(BOX.height);
        }
      }),
    );
  });
});
