import fc from 'fast-check';
import { success } from '../library/result.js';
import { FAILURES } from '../testing/nvml.js';
import type { ScriptedGpu } from '../testing/session.js';
import { device, gpu, session } from '../testing/session.js';

/** Use of each process by its number, as the look of a GPU tells it. */
const useOf = (snapshot: Parameters<typeof device>[0], index = 0): Record<number, unknown> =>
  Object.fromEntries(
    (device(snapshot, index)?.processes ?? []).map(({ pid, utilization }) => [pid, utilization]),
  );

const two = (): ScriptedGpu => gpu(1n, { pids: [10, 11], busy: { 10: 60, 11: 20 } });

const near = (value: number): unknown => expect.closeTo(value, 6);

const NOT_TOLD = { 10: undefined, 11: undefined };

describe('a driver that does not tell of processes', () => {
  it.each([
    ['has no samples of them', FAILURES.notSupported],
    ['fails', FAILURES.unknown],
  ])('for a window in which it %s is not taken for idle processes', (_, answer) => {
    const run = session([two()]);
    expect(useOf(run.look(15))).toEqual({ 10: near(60), 11: near(20) });
    const real = { ...run.nvml };
    run.nvml.processUtilization = () => answer;
    expect(useOf(run.look(15))).toEqual(NOT_TOLD);
    expect(useOf(run.look(15))).toEqual(NOT_TOLD);
    run.nvml.processUtilization = (...asked) => real.processUtilization(...asked);
    expect(useOf(run.look(15))).toEqual({ 10: near(60), 11: near(20) });
  });

  it('for some questions tells of that time at the next', () => {
    const fails = fc.array(fc.boolean(), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fails, (isFailing) => {
        const run = session([two()]);
        run.look(2);
        const real = { ...run.nvml };
        let asked = 0;
        run.nvml.processUtilization = (handle, since) => {
          asked += 1;
          // The last question of the window is answered.
          const fail = asked % 20 !== 0 && isFailing[asked % isFailing.length] === true;
          return fail ? FAILURES.unknown : real.processUtilization(handle, since);
        };
        expect(useOf(run.look(10))).toEqual({ 10: near(60), 11: near(20) });
      }),
      { numRuns: 30 },
    );
  });

  it('on one device leaves the others as they are', () => {
    const run = session([two(), gpu(2n, { pids: [10], busy: { 10: 30 } })]);
    const real = { ...run.nvml };
    run.nvml.processUtilization = (handle, since) =>
      handle === 1n ? FAILURES.notSupported : real.processUtilization(handle, since);
    const snapshot = run.look(15);
    expect(useOf(snapshot)).toEqual(NOT_TOLD);
    expect(useOf(snapshot, 1)).toEqual({ 10: near(30) });
    run.nvml.processes = (kind, handle) =>
      handle === 1n ? FAILURES.notSupported : real.processes(kind, handle);
    const next = run.look(15);
    expect(device(next, 0)).not.toHaveProperty('processes');
    expect(device(next, 0)?.figures.utilization).toBeCloseTo(80, 6);
    expect(useOf(next, 1)).toEqual({ 10: near(30) });
  });
});

describe('a driver whose samples of the device', () => {
  it('fail, still tells what processes did', () => {
    const run = session([two()]);
    run.look(5);
    const real = { ...run.nvml };
    run.nvml.utilizationSamples = () => FAILURES.unknown;
    expect(useOf(run.look(15))).toEqual({ 10: near(60), 11: near(20) });
    run.nvml.utilizationSamples = (...asked) => real.utilizationSamples(...asked);
    const after = run.look(15);
    expect(useOf(after)).toEqual({ 10: near(60), 11: near(20) });
    expect(device(after, 0)?.figures.utilization).toBeCloseTo(80, 6);
  });

  it('stand still says for a moment what it said, and nothing after that', () => {
    const run = session([two()]);
    run.look(15);
    run.nvml.utilizationSamples = () => success([]);
    run.nvml.processUtilization = () => success([]);
    const next = run.look(0.5);
    expect(useOf(next)).toEqual({ 10: near(60), 11: near(20) });
    expect(device(next, 0)?.figures.utilization).toBeCloseTo(80, 6);
    const later = run.look(15);
    expect(useOf(later)).toEqual(NOT_TOLD);
    // What the driver says of this moment, as nothing is known of the window.
    expect(device(later, 0)?.figures.utilization).toBe(99);
    expect(useOf(run.look(15))).toEqual(NOT_TOLD);
  });

  it('are none though it has such a call, still tells what processes did', () => {
    const one = two();
    const run = session([one], true, new Map(), { utilizationSamples: () => success([]) });
    run.look(2);
    expect(useOf(run.look(15))).toEqual({ 10: near(60), 11: near(20) });
    one.busy = {};
    expect(useOf(run.look(15))).toEqual(NOT_TOLD);
  });

  it('are stamped anew from an earlier time are followed there', () => {
    const one = two();
    const run = session([one]);
    run.look(5);
    const real = { ...run.nvml };
    const HOUR_US = 3_600_000_000;
    const earlier = <Stamped extends { readonly timeStamp: number }>(all: readonly Stamped[]) =>
      all.map((sample) => ({ ...sample, timeStamp: sample.timeStamp - HOUR_US }));
    run.nvml.utilizationSamples = (handle, since) => {
      const told = real.utilizationSamples(handle, since + HOUR_US);
      return told.ok ? success(earlier(told.value)) : told;
    };
    run.nvml.processUtilization = (handle, since) => {
      const told = real.processUtilization(handle, since + HOUR_US);
      return told.ok ? success(earlier(told.value)) : told;
    };
    expect(useOf(run.look(5))).toEqual(NOT_TOLD);
    run.look(10);
    const after = run.look(15);
    expect(useOf(after)).toEqual({ 10: near(60), 11: near(20) });
    expect(device(after, 0)?.figures.utilization).toBeCloseTo(80, 6);
  });

  it.each([
    ['are none at all', FAILURES.notSupported],
    ['fail', FAILURES.unknown],
  ])('%s: its newest is asked for as often as processes are, and averaged', (_, answer) => {
    const run = session([two()]);
    const real = { ...run.nvml };
    let asked = 0;
    run.nvml.utilizationSamples = () => answer;
    run.nvml.number = (call, handle, ...selectors) => {
      if (call !== 'nvmlDeviceGetUtilizationRates') return real.number(call, handle, ...selectors);
      asked += 1;
      return success(asked % 4 === 0 ? 100 : 0);
    };
    run.look(5);
    expect(device(run.look(20), 0)?.figures.utilization).toBeCloseTo(25, -1);
  });
});

describe('a GPU that is divided while it is looked at', () => {
  it('tells nothing of that time when it is whole again', () => {
    const one = gpu(1n, { pids: [10], busy: { 10: 10 } });
    const run = session([one]);
    run.look(5);
    one.instances = [1, 2];
    const divided = device(run.look(600), 0);
    expect(divided?.mig).toBe(true);
    expect(divided?.figures.utilization).toBeUndefined();
    delete one.instances;
    one.busy = { 10: 90 };
    // The first sample after it must not stand for the ten minutes.
    run.look(0.5);
    one.busy = { 10: 20 };
    const whole = run.look(15);
    expect(device(whole, 0)?.figures.utilization).toBeCloseTo(20, 6);
    expect(useOf(whole)).toEqual({ 10: near(20) });
  });
});

describe('a process id', () => {
  it('on several GPUs has on each what it did there', () => {
    const run = session([
      gpu(1n, { pids: [10], busy: { 10: 70 } }),
      gpu(2n, { pids: [10], busy: { 10: 5 } }),
      gpu(3n, { pids: [10] }),
    ]);
    const snapshot = run.look(15);
    expect([0, 1, 2].map((index) => useOf(snapshot, index)[10])).toEqual([near(70), near(5), 0]);
  });

  it('that is used anew within a window is two processes', () => {
    const one = gpu(1n, { pids: [10], busy: { 10: 80 } });
    const starts = new Map([[10, 1]]);
    const run = session([one], true, starts);
    run.look(2);
    run.poll(5);
    Object.assign(one, { pids: [], busy: {} });
    run.poll(2);
    starts.set(10, 2);
    Object.assign(one, { pids: [10], busy: { 10: 40 } });
    const found = device(run.look(3), 0)?.processes ?? [];
    expect(
      found.map(({ facts, ended, utilization }) => [
        facts.found && facts.startTicks,
        ended,
        utilization,
      ]),
    ).toEqual([
      [1, true, near(40)],
      [2, false, near(12)],
    ]);
  });
});

describe('whatever a driver does', () => {
  /** What befalls it before a stretch of time. */
  const trouble = fc.record({
    seconds: fc.integer({ min: 1, max: 24 }),
    device: fc.constantFrom('well', 'well', 'fails', 'absent', 'silent'),
    processes: fc.constantFrom('well', 'well', 'fails', 'absent', 'silent', 'garbage'),
    divided: fc.constantFrom(false, false, false, true),
    jumpMs: fc.constantFrom(0, 0, 0, -3_600_000, 3_600_000, 700, -700),
    pids: fc.subarray([10, 11, 12]),
    busy: fc.integer({ min: 0, max: 33 }),
  });
  const ANSWERS = {
    fails: FAILURES.unknown,
    absent: FAILURES.notSupported,
    silent: success([]),
  } as const;

  it('every use that is told is a percentage, and processes come to what they did or are not told', () => {
    fc.assert(
      fc.property(fc.array(trouble, { minLength: 1, maxLength: 8 }), (all) => {
        const one = gpu(1n);
        const run = session([one]);
        const real = { ...run.nvml };
        for (const { seconds, divided, jumpMs, pids, busy, ...rest } of all) {
          Object.assign(one, { pids, busy: Object.fromEntries(pids.map((pid) => [pid, busy])) });
          if (divided) one.instances = [1, 2];
          else delete one.instances;
          run.clock.jump(jumpMs);
          const { device: own, processes } = rest;
          run.nvml.utilizationSamples = (...asked) =>
            own === 'well' ? real.utilizationSamples(...asked) : ANSWERS[own];
          run.nvml.processUtilization = (...asked) => {
            if (processes === 'garbage') {
              const junk = { pid: 10, timeStamp: run.clock.nowMs() * 1000, smUtil: 4_294_967_295 };
              return success([junk, { ...junk, pid: 0, smUtil: 50 }]);
            }
            return processes === 'well' ? real.processUtilization(...asked) : ANSWERS[processes];
          };
          run.look(1);
          const looked = device(run.look(seconds), 0);
          const uses = [
            looked?.figures.utilization,
            ...(looked?.processes ?? []).map(({ utilization }) => utilization),
          ];
          for (const use of uses.filter((value) => value !== undefined)) {
            expect(use).toBeGreaterThanOrEqual(0);
            expect(use).toBeLessThanOrEqual(100);
          }
          for (const { pid, utilization, ended } of looked?.processes ?? []) {
            if (own !== 'well' || processes !== 'well' || jumpMs !== 0 || ended) continue;
            expect([pid, pids.includes(pid) && (utilization ?? busy)]).toEqual([pid, near(busy)]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
