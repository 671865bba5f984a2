import fc from 'fast-check';
import type { ProcessSample } from './processMeans.js';
import { createProcessMeans } from './processMeans.js';

const NOW = 1_700_000_000_000_000;
const STEP = 166_667;

/** The driver of a test: its processes' use per step of its sampler, told in one of the ways that drivers have. */
interface Driver {
  /** By pid: % in each step. */
  readonly use: Readonly<Record<number, readonly number[]>>;
  readonly telling: 'mean' | 'each';
}

const stampOf = (step: number): number => NOW + step * STEP;

/** What the driver says after `since`, when `done` steps are over. */
function tell({ use, telling }: Driver, since: number, done: number): ProcessSample[] {
  return Object.entries(use).flatMap(([pid, all]) => {
    const steps = all
      .slice(0, done)
      .map((smUtil, step) => ({ pid: Number(pid), timeStamp: stampOf(step), smUtil }))
      .filter(({ timeStamp }) => timeStamp > since);
    const busy = steps.filter(({ smUtil }) => smUtil > 0);
    const last = busy.at(-1);
    if (telling === 'each' || last === undefined) return busy;
    return [{ ...last, smUtil: busy.reduce((sum, { smUtil }) => sum + smUtil, 0) / steps.length }];
  });
}

const keyOf = (pid: number): string => `p${pid}`;

/** Polls a driver whose device has samples of its own; `done` goes up by the lengths. */
function poller(driver: Driver, isSampled = true) {
  const means = createProcessMeans();
  let before = 0;
  return {
    means,
    poll(done: number): void {
      const device = isSampled
        ? { from: stampOf(Math.max(0, before - 1)), to: stampOf(done - 1) }
        : undefined;
      const samples = tell(driver, means.since(device), done);
      const nowUs = stampOf(done);
      means.add({ samples, device, nowUs, monotonicUs: done * STEP }, keyOf);
      before = done;
    },
  };
}

const constant = (value: number, steps: number): number[] => Array<number>(steps).fill(value);

describe.each(['mean', 'each'] as const)('means of processes, the driver tells by %s', (telling) => {
  it('are what each did over the window', () => {
    const use = { 1: constant(60, 100), 2: constant(25, 100) };
    const { means, poll } = poller({ use, telling });
    poll(1);
    means.cut();
    for (let done = 4; done <= 61; done += 3) poll(done);
    const percent = means.cut()?.percent;
    expect(percent?.get('p1')).toBeCloseTo(60, 3);
    expect(percent?.get('p2')).toBeCloseTo(25, 3);
  });

  it('count bursts for what they are: 2 of 6 steps is a third', () => {
    const use = { 1: Array.from({ length: 121 }, (_, step) => ((step - 1) % 6 < 2 ? 90 : 0)) };
    const { means, poll } = poller({ use, telling });
    poll(1);
    means.cut();
    for (let done = 4; done <= 121; done += 3) poll(done);
    expect(means.cut()?.percent.get('p1')).toBeCloseTo(30, 0);
  });

  it('name nobody who did nothing', () => {
    const { means, poll } = poller({ use: { 1: constant(0, 20) }, telling });
    poll(1);
    poll(7);
    expect(means.cut()?.percent).toEqual(new Map());
  });

  it('tell nothing of a window in which the driver’s time stood still', () => {
    const { means, poll } = poller({ use: { 1: constant(50, 20) }, telling });
    poll(1);
    poll(7);
    means.cut();
    poll(7);
    expect(means.cut()).toBeUndefined();
  });

  it('keep no trace of one window in the next', () => {
    const use = { 1: [...constant(80, 13), ...constant(0, 30)] };
    const { means, poll } = poller({ use, telling });
    poll(1);
    means.cut();
    for (let done = 4; done <= 13; done += 3) poll(done);
    expect(means.cut()?.percent.get('p1')).toBeCloseTo(80, 3);
    for (let done = 16; done <= 40; done += 3) poll(done);
    expect(means.cut()?.percent.get('p1') ?? 0).toBe(0);
  });

  it('add up: the windows’ means, weighed by their length, are the same however windows are cut', () => {
    const steps = fc.array(fc.constantFrom(0, 0, 10, 50, 100), { minLength: 24, maxLength: 60 });
    const polls = fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 2, maxLength: 12 });
    const cuts = fc.array(fc.boolean(), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(steps, polls, cuts, (use, lengths, isCut) => {
        // Busy twice at the start, so that the way of telling is known.
        const all = [0, 100, 100, ...use];
        const { means, poll } = poller({ use: { 1: all }, telling });
        poll(1);
        means.cut();
        let sum = 0;
        let time = 0;
        const cut = (): void => {
          const window = means.cut();
          sum += (window?.percent.get('p1') ?? 0) * (window?.spanUs ?? 0);
          time += window?.spanUs ?? 0;
        };
        let done = 3;
        poll(done);
        for (let i = 0; done < all.length; i += 1) {
          done = Math.min(all.length, done + (lengths[i % lengths.length] ?? 2));
          poll(done);
          if (isCut[i % isCut.length] === true) cut();
        }
        cut();
        expect(time).toBeCloseTo((all.length - 1) * STEP, 0);
        const truth = all.reduce((total, value) => total + value, 0);
        expect(sum / STEP).toBeLessThanOrEqual(100 * all.length);
        if (telling === 'mean') expect(sum / STEP).toBeCloseTo(truth, 0);
        else expect(sum / STEP).toBeGreaterThanOrEqual(truth - 0.01);
      }),
    );
  });
});
