import { calibrate, work } from './load.js';

/** A GPU on which a turn takes so long; its clock is the number of turns. */
const gpuOf = (msPerTurn: number) => {
  const spins: number[] = [];
  return {
    spins,
    multiprocessors: 1,
    hold: () => undefined,
    close: () => undefined,
    spin: (turns: number) => {
      spins.push(turns);
      return { gpuMs: turns * msPerTurn };
    },
  };
};

describe('calibrate', () => {
  it.each([1e-5, 1e-3, 0.5])('finds the time of a turn of %d ms', (msPerTurn) => {
    expect(calibrate(gpuOf(msPerTurn))).toBeCloseTo(msPerTurn, 9);
  });
});

describe('work', () => {
  it('does its duty of each period, and says how much that was', async () => {
    const gpu = gpuOf(0.001);
    const stop = AbortSignal.timeout(90);
    const runs = await work(gpu, { duty: 0.25, periodMs: 20 }, 0.001, stop);
    expect(runs.length).toBeGreaterThan(0);
    expect(runs).toHaveLength(gpu.spins.length);
    for (const { workMs } of runs) expect(workMs).toBeCloseTo(5);
    for (const turns of gpu.spins) expect(turns).toBeCloseTo(5_000);
  });

  it('with a duty of 0 runs nothing', async () => {
    const gpu = gpuOf(0.001);
    expect(await work(gpu, { duty: 0, periodMs: 10 }, 0.001, AbortSignal.timeout(30))).toEqual([]);
    expect(gpu.spins).toEqual([]);
  });
});
