import fc from 'fast-check';
import { clipped, joined, levelsOf, stepOf, stretches } from './spans.js';

const points = (...values: readonly (number | undefined)[]) =>
  values.flatMap((value, at) => (value === undefined ? [] : [{ timeMs: at * 10, value }]));

const span = fc
  .tuple(fc.nat(500), fc.integer({ min: 1, max: 100 }))
  .map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length }));

describe('stretches', () => {
  it('last as long as there are samples, each for one step', () => {
    expect(stretches(points(1, 1, 1), 10)).toEqual([{ fromMs: 0, toMs: 30, value: 1 }]);
  });

  it('end where a sample is missing, is nought or is none', () => {
    for (const gap of [undefined, 0, NaN]) {
      expect(stretches(points(1, gap, 0.5), 10)).toEqual([
        { fromMs: 0, toMs: 10, value: 1 },
        { fromMs: 20, toMs: 30, value: 0.5 },
      ]);
    }
  });

  it('do not break where a sample is only a little late', () => {
    const late = [
      { timeMs: 0, value: 1 },
      { timeMs: 14, value: 1 },
    ];
    expect(stretches(late, 10)).toHaveLength(1);
  });

  it('are none where nobody holds anything', () => {
    expect(stretches(points(0, 0, NaN), 10)).toEqual([]);
  });

  it('cover every sample that is more than nought, and none other', () => {
    const value = fc.constantFrom(undefined, 0, 1);
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), (values) => {
        const found = stretches(points(...values), 10);
        values.forEach((held, at) => {
          const isCovered = found.some(({ fromMs, toMs }) => fromMs <= at * 10 && at * 10 < toMs);
          expect(isCovered).toBe(held === 1);
        });
      }),
    );
  });
});

describe('the distance of samples', () => {
  it('is the smallest between any two of any series', () => {
    expect(stepOf([points(1, undefined, undefined, 1), points(1, undefined, 1)], 7)).toBe(20);
  });

  it('is what Grafana asked for where there are no two', () => {
    expect(stepOf([points(1), []], 7)).toBe(7);
  });
});

describe('joining', () => {
  it('takes the containers of a pod for one holder, with the parts of all that are there at the end', () => {
    const all = [
      { fromMs: 0, toMs: 100, value: 0.25 },
      { fromMs: 0, toMs: 40, value: 0.5 },
      { fromMs: 50, toMs: 100, value: 0.25 },
      { fromMs: 120, toMs: 130, value: 1 },
    ];
    expect(joined(all)).toEqual([
      { fromMs: 0, toMs: 100, value: 0.5 },
      { fromMs: 120, toMs: 130, value: 1 },
    ]);
  });

  it('loses no moment and leaves gaps between', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const found = joined(spans.map((one) => ({ ...one, value: 1 })));
        for (const { fromMs, toMs } of spans) {
          expect(found.some((one) => one.fromMs <= fromMs && toMs <= one.toMs)).toBe(true);
        }
        found.slice(1).forEach((one, at) => expect(one.fromMs).toBeGreaterThan(found[at]!.toMs));
      }),
    );
  });
});

describe('a range', () => {
  it('cuts off what lies outside', () => {
    const range = { fromMs: 10, toMs: 20 };
    expect(clipped({ fromMs: 0, toMs: 15 }, range)).toEqual({ fromMs: 10, toMs: 15 });
    expect(clipped({ fromMs: 12, toMs: 99 }, range)).toEqual({ fromMs: 12, toMs: 20 });
    expect(clipped({ fromMs: 0, toMs: 10 }, range)).toBeUndefined();
  });
});

describe('levels', () => {
  it('are as many as are held at once, and no two overlap in one', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), (spans) => {
        const levels = levelsOf(spans);
        spans.forEach((a, i) =>
          spans.slice(i + 1).forEach((b, j) => {
            const overlap = a.fromMs < b.toMs && b.fromMs < a.toMs;
            if (overlap) expect(levels[i]).not.toBe(levels[i + 1 + j]);
          }),
        );
        const atOnce = spans.map(
          ({ fromMs }) => spans.filter((one) => one.fromMs <= fromMs && fromMs < one.toMs).length,
        );
        expect(Math.max(-1, ...levels) + 1).toBe(Math.max(0, ...atOnce));
      }),
    );
  });
});
