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

/** What the device's own samples of these steps stand for. */
const stretch = (first: number, last: number) => {
  const moments = Array.from({ length: last - first + 1 }, (_, index) => stampOf(first + index));
  return { from: stampOf(first), to: stampOf(last), moments };
};

const keyOf = (pid: number): string => `p${pid}`;

/** Polls a driver whose device has samples of its own; `done` goes up by the lengths. */
function poller(driver: Driver, isSampled = true) {
  const means = createProcessMeans();
  let before = 0;
  return {
    means,
    poll: (done: number): void => {
      const device = isSampled ? stretch(Math.max(0, before - 1), done - 1) : undefined;
      const samples = tell(driver, means.since(device), done);
      const nowUs = stampOf(done);
      means.add({ samples, device, nowUs, monotonicUs: done * STEP }, keyOf);
      before = done;
    },
  };
}

const constant = (value: number, steps: number): number[] => Array<number>(steps).fill(value);

describe.each(['mean', 'each'] as const)(
  'means of processes, the driver tells by %s',
  (telling) => {
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
          expect(sum / STEP).toBeCloseTo(
            all.reduce((total, value) => total + value, 0),
            0,
          );
        }),
      );
    });
  },
);

describe('means of processes', () => {
  const two = (pid: number, ...steps: readonly number[]): ProcessSample[] =>
    steps.map((step) => ({ pid, timeStamp: stampOf(step), smUtil: 60 }));

  const add = (
    means: ReturnType<typeof createProcessMeans>,
    samples: readonly ProcessSample[],
    [first, last]: readonly [number, number],
    nowUs = stampOf(last + 1),
  ): void =>
    means.add({ samples, device: stretch(first, last), nowUs, monotonicUs: last * STEP }, keyOf);

  it('count no sample twice that the driver sends again', () => {
    const means = createProcessMeans();
    add(means, two(1, 1, 2), [0, 2]);
    add(means, two(1, 1, 2), [2, 4]);
    add(means, [...two(1, 3), ...two(1, 2, 3)], [4, 6]);
    expect(means.cut()?.percent.get('p1')).toBeCloseTo(60 / 2, 3);
  });

  it('take what is no process and no percentage for what it is', () => {
    const means = createProcessMeans();
    const junk = [
      { pid: 0, timeStamp: stampOf(1), smUtil: 50 },
      { pid: 1, timeStamp: stampOf(2), smUtil: 4_294_967_295 },
    ];
    add(means, [...two(1, 2), ...junk], [0, 2]);
    expect([...(means.cut()?.percent ?? [])]).toEqual([['p1', 60]]);
  });

  it('count a sample that comes one question late', () => {
    const means = createProcessMeans();
    add(means, two(1, 1, 2), [0, 2]);
    add(means, two(1, 3, 4), [2, 5]);
    add(means, two(1, 5, 6), [5, 6]);
    expect(means.cut()?.percent.get('p1')).toBeCloseTo(60, 3);
  });

  it.each([
    ['back', -3_600_000_000],
    ['forward', 3_600_000_000],
  ])('go on when the wall clock is set %s by an hour', (_, jump) => {
    const means = createProcessMeans();
    add(means, two(1, 1, 2), [0, 2]);
    means.cut();
    means.rebase();
    const later = (step: number): number => stampOf(step) + jump;
    const device = (first: number, last: number) => ({
      from: later(first),
      to: later(last),
      moments: Array.from({ length: last - first + 1 }, (_unused, index) => later(first + index)),
    });
    const base = { nowUs: later(13), monotonicUs: 13 * STEP };
    means.add({ samples: two(1, 1, 2), device: device(10, 10), ...base }, keyOf);
    const samples = [11, 12].map((step) => ({ pid: 1, timeStamp: later(step), smUtil: 40 }));
    means.add({ samples, device: device(10, 12), ...base }, keyOf);
    const window = means.cut();
    expect(window?.spanUs).toBeCloseTo(2 * STEP, 0);
    expect(window?.percent.get('p1')).toBeCloseTo(40, 3);
  });

  it('follow our own clock where the driver has no samples of the device', () => {
    const use = { 1: constant(50, 200) };
    const { means, poll } = poller({ use, telling: 'each' }, false);
    poll(4);
    means.cut();
    for (let done = 7; done <= 100; done += 3) poll(done);
    expect(means.cut()?.percent.get('p1')).toBeCloseTo(50, 0);
  });

  it('never come to more than the whole', () => {
    const sample = fc.record({
      pid: fc.integer({ min: 1, max: 3 }),
      step: fc.integer({ min: 0, max: 40 }),
      smUtil: fc.integer({ min: 0, max: 120 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(sample), { maxLength: 12 }), (polls) => {
        const means = createProcessMeans();
        polls.forEach((samples, index) => {
          const told = samples.map(({ step, ...rest }) => ({ ...rest, timeStamp: stampOf(step) }));
          add(means, told, [index * 3, index * 3 + 3], stampOf(50));
        });
        for (const percent of means.cut()?.percent.values() ?? []) {
          expect(percent).toBeGreaterThanOrEqual(0);
          expect(percent).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});
