import type { Workload } from '../attribution/workload.js';
import { holderOf, wholeLeaf } from '../attribution/testing.js';
import { createActivity } from './activity.js';

const HOUR = 3_600_000;

const workload = (utilization?: number): Workload => ({
  key: 'w',
  leaf: wholeLeaf(),
  holder: holderOf('ns/p/main'),
  alone: true,
  allocated: 1,
  powerFraction: 1,
  powerMethod: 'exclusive',
  ...(utilization === undefined ? {} : { utilization }),
});

type Step = readonly [nowMs: number, utilization: number | undefined | 'gone', startMs?: number];

/** Plays a workload's utilisation; an exporter that started with the first step. */
function play(steps: readonly Step[]) {
  const activity = createActivity();
  for (const [nowMs, utilization, startMs] of steps) {
    const present = utilization === 'gone' ? [] : [workload(utilization)];
    activity.advance(present, nowMs, () => startMs);
  }
  return { active: activity.lastActiveMs('w'), first: activity.firstSeenMs('w') };
}

describe('createActivity', () => {
  it('remembers when a workload last used its device', () => {
    expect(
      play([
        [1000, 0.5],
        [2000, 0.01],
        [3000, 0],
        [4000, 0.004],
      ]).active,
    ).toBe(2000);
  });

  it('takes for a workload without use the later of its start and the exporter’s', () => {
    expect(play([[5000, 0, 1000]]).active).toBe(5000);
    expect(
      play([
        [5000, 'gone'],
        [9000, 0, 7000],
      ]).active,
    ).toBe(7000);
    expect(
      play([
        [5000, 'gone'],
        [9000, 0],
      ]).active,
    ).toBe(9000);
  });

  it('does not put the start into the future', () => {
    expect(play([[5000, 0, 60_000]]).active).toBe(5000);
  });

  it('says nothing where use was never measured, and keeps what it knew', () => {
    expect(play([[1000, undefined]]).active).toBeUndefined();
    expect(
      play([
        [1000, 0.5],
        [2000, undefined],
      ]).active,
    ).toBe(1000);
  });

  it('makes nobody idle for a cycle in which the device was not seen', () => {
    const { active, first } = play([
      [1000, 0, 0],
      [2000, 0.5, 0],
      [3000, 'gone'],
      [4000, 0, 0],
    ]);
    expect([active, first]).toEqual([2000, 1000]);
  });

  it('forgets a workload that has been gone for an hour', () => {
    const { active, first } = play([
      [1000, 0.5],
      [1000 + HOUR, 'gone'],
    ]);
    expect([active, first]).toEqual([undefined, undefined]);
  });

  it('tells pods of one name apart by their start', () => {
    const { active, first } = play([
      [1000, 0.5, 500],
      [2000, 'gone'],
      [9000, 0, 8000],
    ]);
    expect([active, first]).toEqual([8000, 9000]);
  });
});
