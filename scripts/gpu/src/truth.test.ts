import fc from 'fast-check';
import type { LoadLog } from './truth.js';
import { isContended, truthOf } from './truth.js';

const log = (name: string, runs: LoadLog['runs'], duty = 0.5): LoadLog => ({
  name,
  pid: 1,
  uid: 0,
  device: 0,
  duty,
  memoryBytes: 0,
  msPerTurn: 1,
  runs,
});

const run = (fromMs: number, toMs: number, workMs = toMs - fromMs) => ({ fromMs, toMs, workMs });

describe('truthOf', () => {
  it('is the part of the window in which kernels ran, cut at its ends', () => {
    const one = log('a', [run(-50, 50), run(200, 300), run(950, 1_050)]);
    const [truth] = truthOf([one], { fromMs: 0, toMs: 1_000 });
    expect(truth?.busy).toBeCloseTo(0.2);
  });

  it('shares by the work that was done, not by the time that it took to get a turn', () => {
    const one = log('a', [run(0, 1_000, 500)]);
    const two = log('b', [run(0, 1_000, 250)]);
    const truths = truthOf([one, two], { fromMs: 0, toMs: 1_000 });
    expect(truths.map(({ busy }) => busy)).toEqual([1, 1]);
    expect(truths.map(({ part }) => part)).toEqual([2 / 3, 1 / 3]);
  });

  it('is nothing where nothing ran, and in a window without length', () => {
    const idle = log('a', []);
    expect(truthOf([idle], { fromMs: 0, toMs: 1_000 })).toEqual([{ name: 'a', busy: 0, part: 0 }]);
    expect(truthOf([log('a', [run(0, 10)])], { fromMs: 5, toMs: 5 })[0]?.busy).toBe(0);
  });

  it('has parts that add up to the whole wherever anything ran', () => {
    const runs = fc.array(
      fc
        .tuple(fc.nat(900), fc.integer({ min: 1, max: 200 }))
        .map(([from, length]) => run(from, from + length)),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.array(runs, { minLength: 1, maxLength: 4 }), (all) => {
        const logs = all.map((one, index) => log(String(index), one));
        const truths = truthOf(logs, { fromMs: 0, toMs: 2_000 });
        const sum = truths.reduce((total, { part }) => total + part, 0);
        expect(sum).toBeCloseTo(all.flat().length === 0 ? 0 : 1);
        for (const { busy } of truths) expect(busy).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('isContended', () => {
  it.each([
    [[1], false],
    [[0.3, 0.3], false],
    [[1, 0.5], true],
    [[0.6, 0.4], true],
  ])('of duties %j: %s', (duties, expected) => {
    expect(isContended(duties.map((duty) => log('x', [], duty)))).toBe(expected);
  });
});
