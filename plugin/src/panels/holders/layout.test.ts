import fc from 'fast-check';
import { barBox, BAR_HEIGHT, holdersLayout, laneHeight, positionOf } from './layout.js';
import { rangeAround } from './urls.js';

const RANGE = { fromMs: 1000, toMs: 2000 };

describe('a bar', () => {
  it('lies where its time is', () => {
    expect(barBox({ fromMs: 1250, toMs: 1500, level: 0 }, RANGE, 400)).toEqual({
      left: 100,
      width: 100,
      top: 0,
    });
    expect(positionOf(2000, RANGE, 400)).toBe(400);
  });

  it('can be hit however short it is, and stays within the plot', () => {
    const moment = fc.integer({ min: 1000, max: 1999 });
    fc.assert(
      fc.property(moment, fc.nat(1000), fc.nat(3), (fromMs, length, level) => {
        const bar = { fromMs, toMs: Math.min(fromMs + length, 2000), level };
        const { left, width, top } = barBox(bar, RANGE, 400);
        expect(width).toBeGreaterThanOrEqual(3);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(400 + 1e-9);
        const lane = { levels: level + 1 } as Parameters<typeof laneHeight>[0];
        expect(top + BAR_HEIGHT).toBeLessThanOrEqual(laneHeight(lane));
      }),
    );
  });
});

describe('a narrow panel', () => {
  it('has room for bars, too', () => {
    expect(holdersLayout(150, ['gpu-node-0001 · GPU 0']).plotWidth).toBeGreaterThanOrEqual(40);
    const wide = holdersLayout(1200, ['n'.repeat(500)]);
    expect(wide.labelWidth + wide.plotWidth).toBeLessThanOrEqual(1200);
  });
});

describe('the way to the app at that time', () => {
  it('shows a little of before and after', () => {
    expect(rangeAround({ fromMs: 1_000_000, toMs: 1_060_000 })).toEqual({
      from: '700000',
      to: '1360000',
    });
    expect(rangeAround({ fromMs: 100_000_000, toMs: 200_000_000 })).toEqual({
      from: '95000000',
      to: '205000000',
    });
  });
});
