import { systemClock } from '../clock.js';
import { fakeClock } from '../testing/fakes.js';
import { startSchedule } from './schedule.js';

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** Starts a schedule whose runs take so long; the answer holds the time of each start. */
function start(intervalMs: number, tookMs: readonly number[]) {
  const starts: number[] = [];
  const state = { running: 0, most: 0, ended: 0 };
  const begin = systemClock.monotonicMs();
  const schedule = startSchedule(intervalMs, systemClock, async () => {
    starts.push(systemClock.monotonicMs() - begin);
    state.running += 1;
    state.most = Math.max(state.most, state.running);
    await sleep(tookMs[starts.length - 1] ?? 0);
    state.running -= 1;
    state.ended += 1;
  });
  return { schedule, starts, state };
}

describe('startSchedule', () => {
  it('runs at once and then on the lines of the grid, without drifting', async () => {
    const { starts } = start(50, [20, 20, 20, 20, 20]);
    await jest.advanceTimersByTimeAsync(210);
    expect(starts).toEqual([0, 50, 100, 150, 200]);
  });

  it('never runs twice at once; after a long run it waits for the next line', async () => {
    const { starts, state } = start(40, [100, 5, 130]);
    await jest.advanceTimersByTimeAsync(330);
    expect(starts).toEqual([0, 120, 160, 320]);
    expect(state.most).toBe(1);
  });

  it('does not run a line twice when a timer is early', async () => {
    const clock = fakeClock();
    let runs = 0;
    const schedule = startSchedule(50, clock, () => {
      runs += 1;
      return Promise.resolve();
    });
    await jest.advanceTimersByTimeAsync(0);
    clock.advance(49.6);
    await jest.advanceTimersByTimeAsync(50);
    expect(runs).toBe(2);
    await jest.advanceTimersByTimeAsync(40);
    expect(runs).toBe(2);
    await schedule.stop();
  });

  it('stops: waits for the run under way, and starts no more', async () => {
    const { schedule, state } = start(20, [50, 50]);
    await jest.advanceTimersByTimeAsync(10);
    const stopped = schedule.stop();
    await jest.advanceTimersByTimeAsync(40);
    await stopped;
    expect(state.ended).toBe(1);
    await jest.advanceTimersByTimeAsync(500);
    expect(state.ended).toBe(1);
    expect(jest.getTimerCount()).toBe(0);
  });
});
