import type { Stretch } from './deviceMean.js';
import type { DriverTime } from './driverTime.js';
import { createDriverTime } from './driverTime.js';
import { usable } from './samples.js';

/** One of the driver's samples of a process; processes that did nothing have none. */
export interface ProcessSample {
  readonly pid: number;
  /** µs */
  readonly timeStamp: number;
  /** % of the time since the sample before it in which the process's kernels ran */
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

/**
 * The means of processes, each sample weighted by the time it stands for: since the process's sample before it, but not
 * longer than since the driver was last asked. A sample thus never speaks for time in which it is known that there was
 * none, and the parts of a process never overlap.
 */
export function createProcessMeans(): ProcessMeans {
  let time: DriverTime = createDriverTime();
  let newest = 0;
  let span = 0;
  const sums = new Map<string, number>();
  const stamps = new Map<string, number>();

  /** `mark` is where the driver's time stood at the last question, `before` at the one before that. */
  function count(key: string, { timeStamp, smUtil }: ProcessSample): void {
    const { mark, before } = time;
    if (mark === undefined) return;
    const asked = timeStamp > mark ? mark : (before ?? mark);
    const from = Math.max(asked, stamps.get(key) ?? 0);
    if (timeStamp <= from) return;
    sums.set(key, (sums.get(key) ?? 0) + smUtil * (timeStamp - from));
    stamps.set(key, timeStamp);
  }

  return {
    since: (device) => Math.max(newest, device === undefined ? 0 : (time.before ?? device.from)),
    add({ samples, device, nowUs, monotonicUs }, keyOf) {
      const fresh = usable(samples, ({ smUtil }) => smUtil, newest, nowUs);
      const last = fresh.at(-1)?.timeStamp;
      if (time.mark === undefined) time.begin(device?.from ?? last, monotonicUs);
      for (const sample of fresh) count(keyOf(sample.pid), sample);
      newest = last ?? newest;
      span += time.advance(device?.to, last, monotonicUs);
    },
    cut() {
      if (span === 0) return undefined;
      const percent = new Map([...sums].map(([key, sum]) => [key, Math.min(100, sum / span)]));
      const window = { spanUs: span, percent };
      for (const key of stamps.keys()) if (!sums.has(key)) stamps.delete(key);
      sums.clear();
      span = 0;
      return window;
    },
    rebase() {
      time = createDriverTime();
      newest = 0;
      stamps.clear();
    },
  };
}
