import { usable } from './samples.js';

/** One of the driver's samples of a device: % of the time since the sample before it. */
export interface DeviceSample {
  /** µs */
  readonly timeStamp: number;
  /** % */
  readonly value: number;
}

/** A stretch of the driver's time, in µs: after `from`, up to and with `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** When the driver sampled, first to last: the first is `from`, the last is `to`. */
  readonly moments: readonly number[];
}

/** A mean over a window that ends when it is cut; every sample counts in one window, and in no other. */
export interface DeviceMean {
  /** Stamp of the newest sample taken in, µs; 0 before the first: what to ask the driver for next. */
  readonly newest: number;
  /** Takes in what came since the last time, and answers what time it stands for; undefined before the first sample. */
  add(samples: readonly DeviceSample[], nowUs: number): Stretch | undefined;
  /** % over the window, which ends now; undefined when nothing came in it. */
  cut(): number | undefined;
  /** The wall clock was set: stamps of before can't be compared with those to come. */
  rebase(): void;
}

/**
 * Between two of the driver's samples lies a second at most. Where there is more, the driver did not sample or its ring ran
 * over, and the newer of the two says nothing of the time between.
 */
const LONGEST_GAP_US = 5_000_000;

/** So much of the ring that the driver has at the start counts as the first window's: µs. */
const HEAD_START_US = 1_000_000;

/**
 * The mean of a device's samples, each weighted by the time it stands for: since the sample before it. Of the first
 * answer, which is the driver's whole ring, the last second counts; after a rebase, nothing of it.
 */
export function createDeviceMean(): DeviceMean {
  let newest = 0;
  let headStart = HEAD_START_US;
  let weighted = 0;
  let covered = 0;

  function begin(oldest: number, last: number): void {
    newest = Math.max(oldest, last - headStart);
    headStart = 0;
  }

  return {
    get newest() {
      return newest;
    },
    add(samples, nowUs) {
      const fresh = usable(samples, ({ value }) => value, newest, nowUs);
      const [first] = fresh;
      const last = fresh.at(-1);
      if (newest === 0) {
        if (first === undefined || last === undefined) return undefined;
        begin(first.timeStamp, last.timeStamp);
      }
      if (first !== undefined && first.timeStamp - newest > LONGEST_GAP_US) {
        newest = first.timeStamp;
      }
      const from = newest;
      for (const { timeStamp, value } of fresh) {
        const time = Math.max(0, timeStamp - newest);
        weighted += value * time;
        covered += time;
        newest = Math.max(newest, timeStamp);
      }
      const later = fresh.map(({ timeStamp }) => timeStamp).filter((at) => at > from);
      return { from, to: newest, moments: [from, ...later] };
    },
    cut() {
      const mean = covered === 0 ? undefined : weighted / covered;
      weighted = 0;
      covered = 0;
      return mean;
    },
    rebase() {
      newest = 0;
      headStart = 0;
    },
  };
}
