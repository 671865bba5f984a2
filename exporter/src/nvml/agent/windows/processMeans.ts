import type { Stretch } from './deviceMean.js';
import type { DriverTime } from './driverTime.js';
import { createDriverTime } from './driverTime.js';
import { usable } from './samples.js';

/** What the driver says of a process that did something of late. */
export interface ProcessSample {
  readonly pid: number;
  /** µs */
  readonly timeStamp: number;
  /** % of time in which the process's kernels ran */
  readonly smUtil: number;
}

/** What one question to the driver brought. */
export interface ProcessPoll {
  readonly samples: readonly ProcessSample[];
  /** What the device's own samples of the same moment stand for; undefined where the driver has none. */
  readonly device: Stretch | undefined;
  readonly nowUs: number;
  readonly monotonicUs: number;
}

/** Means over a window. */
export interface ProcessWindow {
  /** How long the window was, in the driver's time. */
  readonly spanUs: number;
  /** % of the window, by key; who is not named did nothing. */
  readonly percent: ReadonlyMap<string, number>;
}

/** Means of the processes of one device, over windows that end when they are cut. */
export interface ProcessMeans {
  /** From where on to ask the driver, µs. */
  since(device: Stretch | undefined): number;
  /** `keyOf` tells whose samples a process id's are now. */
  add(poll: ProcessPoll, keyOf: (pid: number) => string): void;
  /** Ends the window; undefined when the driver's time has not moved since the last one. */
  cut(): ProcessWindow | undefined;
  /** The wall clock was set: stamps of before can't be compared with those to come. */
  rebase(): void;
}

/** One process, two samples of different times. */
function tellsEach(samples: readonly ProcessSample[]): boolean {
  const first = new Map<number, number>();
  return samples.some(({ pid, timeStamp }) => {
    const known = first.get(pid) ?? timeStamp;
    first.set(pid, known);
    return known !== timeStamp;
  });
}

/** Sums of % × µs by key. */
function createSums() {
  let sums = new Map<string, number>();
  return {
    add(key: string, product: number): void {
      sums.set(key, (sums.get(key) ?? 0) + product);
    },
    take(span: number): Map<string, number> {
      const means = [...sums].map(([key, sum]) => [key, Math.min(100, sum / span)] as const);
      sums = new Map();
      return new Map(means);
    },
  };
}

/** Where each process's own samples end, so that none speaks for time of the one before it. */
function createEnds() {
  let ends = new Map<string, number>();
  return {
    /** How much new time a sample stands for that may reach back to `from`. */
    extend(key: string, from: number, to: number): number {
      const start = Math.max(from, ends.get(key) ?? 0);
      if (to <= start) return 0;
      ends.set(key, to);
      return to - start;
    },
    /** Nothing reaches further back than this. */
    forget(before: number): void {
      ends = new Map([...ends].filter(([, end]) => end > before));
    },
  };
}

/**
 * The means of processes. Drivers tell in two ways of what happened since they were last asked:
 *
 * - One sample per process: its mean over all of that time, whatever the stamp is.
 * - Each of their own samples: each stands for the time since the driver sampled before it, which the device's samples
 *   tell. Without those it stands for the time since the process's sample before it, but not for longer than since the
 *   last question, as it is known by then that there was none.
 *
 * It is the second way as soon as an answer has two samples of one process.
 */
export function createProcessMeans(): ProcessMeans {
  const sums = createSums();
  let ends = createEnds();
  let time: DriverTime = createDriverTime();
  let isEach = false;
  let newest = 0;
  let span = 0;

  /** How far back a sample of this moment may speak. */
  function reachOf(timeStamp: number, device: Stretch | undefined): number {
    const asked = timeStamp > time.from ? time.from : time.before;
    return Math.max(asked, device?.moments.findLast((moment) => moment < timeStamp) ?? 0);
  }

  function count(
    samples: readonly ProcessSample[],
    { device, passed }: { readonly device: Stretch | undefined; readonly passed: number },
    keyOf: (pid: number) => string,
  ): void {
    for (const { pid, timeStamp, smUtil } of samples) {
      const key = keyOf(pid);
      const time = isEach ? ends.extend(key, reachOf(timeStamp, device), timeStamp) : passed;
      sums.add(key, smUtil * time);
    }
    ends.forget(time.before);
  }

  return {
    since(device) {
      if (device === undefined) return newest;
      return isEach ? Math.max(newest, time.before) : Math.max(time.to, device.from);
    },
    add({ samples, device, nowUs, monotonicUs }, keyOf) {
      const real = samples.filter(({ pid }) => pid > 0);
      const fresh = usable(real, ({ smUtil }) => smUtil, newest, nowUs);
      const last = fresh.at(-1)?.timeStamp;
      isEach ||= tellsEach(fresh);
      const passed = time.advance({ device, process: last, monotonicUs });
      count(fresh, { device, passed }, keyOf);
      newest = last ?? newest;
      span += passed;
    },
    cut() {
      if (span === 0) return undefined;
      const window = { spanUs: span, percent: sums.take(span) };
      span = 0;
      return window;
    },
    rebase() {
      time = createDriverTime();
      ends = createEnds();
      newest = 0;
    },
  };
}
