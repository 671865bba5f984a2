import fc from 'fast-check';
import { seriesFrame, tableFrame } from '../testing/frames.js';
import { hasWhole, lacksParts, ringModel } from './model.js';

const figures = (values: Readonly<Record<string, number>>) =>
  Object.entries(values).map(([refId, value]) => tableFrame(refId, [[{}, value]]));

describe('the figures of a ring', () => {
  it('are what the queries answered, and what is left of them', () => {
    expect(ringModel(figures({ total: 8, held: 6, used: 3.4, unknown: 1 }))).toEqual({
      total: 8,
      held: 6,
      used: 3.4,
      unknown: 1,
      free: 1,
      unused: expect.closeTo(2.6) as number,
    });
  });

  it('are read from series as from tables, of which the last moment counts', () => {
    const series = [
      seriesFrame('total', {}, [
        [0, 4],
        [60_000, 8],
      ]),
      ...figures({ held: 2, used: 1 }),
    ];
    expect(ringModel(series)).toMatchObject({ total: 8, free: 6 });
  });

  it('of several clusters add up, whichever of them has none', () => {
    const total = tableFrame('total', [
      [{ cluster: 'a' }, 8],
      [{ cluster: 'b' }, 16],
      [{ cluster: 'c' }, NaN],
    ]);
    expect(ringModel([total]).total).toBe(24);
  });

  it('that are missing are not nought', () => {
    const model = ringModel(figures({ total: 8 }));
    expect([model.held, model.used, model.free, model.unused]).toEqual([NaN, NaN, NaN, NaN]);
    expect([hasWhole(model), lacksParts(model)]).toEqual([true, true]);
    expect(hasWhole(ringModel([]))).toBe(false);
  });

  it('are not taken from other queries', () => {
    expect(ringModel(figures({ A: 8 })).total).toBeNaN();
  });

  it('never fall below nothing, however much is used', () => {
    const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(amount, amount, amount, amount, (total, held, used, unknown) => {
        const { free, unused } = ringModel(figures({ total, held, used, unknown }));
        expect(free).toBeGreaterThanOrEqual(0);
        expect(unused).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('make up the whole where no more is given out than there is', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(part, part, fc.integer({ min: 1, max: 1000 }), (heldShare, rest, total) => {
        const held = total * heldShare;
        const unknown = (total - held) * rest;
        const { free } = ringModel(figures({ total, held, used: 0, unknown }));
        expect(free + held + unknown).toBeCloseTo(total, 6);
      }),
    );
  });
});
