import { createFrozenDetector } from './frozen.js';

type Reading = readonly [joules: number, watts: number];

/** Whether the source counts as frozen in each cycle; a cycle has the readings of boards 0, 1, … */
function play(cycles: readonly (readonly Reading[])[]): boolean[] {
  const detector = createFrozenDetector();
  return cycles.map((boards) =>
    detector.advance(boards.map(([joules, watts], i) => ({ uuid: String(i), joules, watts }))),
  );
}

const times = (n: number, cycle: readonly Reading[]) => Array.from({ length: n }, () => cycle);

describe('createFrozenDetector', () => {
  it('notices energy that stands still under power for four intervals', () => {
    expect(play(times(6, [[100, 60]]))).toEqual([false, false, false, false, true, true]);
  });

  it('wakes up when a counter moves', () => {
    const cycles = [...times(5, [[100, 60]] as const), [[101, 60]] as const, [[101, 60]] as const];
    expect(play(cycles).slice(4)).toEqual([true, false, false]);
  });

  it('does not mind one board of several', () => {
    const cycles = [0, 1, 2, 3, 4, 5].map((i): Reading[] => [
      [100, 60],
      [200 + i, 60],
    ]);
    expect(play(cycles)).not.toContain(true);
  });

  it.each<readonly [string, Reading]>([
    ['counters that the chip does not keep', [0, 60]],
    ['boards that draw no power', [100, 0]],
  ])('ignores %s', (_, reading) => {
    expect(play(times(8, [reading]))).not.toContain(true);
  });

  it('does not call a silent source frozen', () => {
    expect(play(times(8, []))).not.toContain(true);
  });
});
