import type { Stretch } from './deviceMean.js';

/** What tells of the driver's time at one question to it. µs throughout. */
export interface TimeTold {
  /** What the device's samples stand for, which come all the time; undefined where the driver has none. */
  readonly device: Stretch | undefined;
  /** The newest stamp of its processes' samples, which come only while they work. */
  readonly process: number | undefined;
  readonly monotonicUs: number;
}

/** How far the driver's own time has come, question by question, as far as its samples tell. µs throughout. */
export interface DriverTime {
  /** The time since the last question: after `from`, up to `to`. All are 0 while nothing tells. */
  readonly from: number;
  readonly to: number;
  /** Where `from` was at the question before. */
  readonly before: number;
  /**
   * Moves on, never back.
   * @returns how long it is since the last question; by our own clock where the device has no samples
   */
  advance(told: TimeTold): number;
}

/** The longest time between two samples of the driver: younger time may yet get one. */
const PERIOD_US = 1_000_000;

export function createDriverTime(): DriverTime {
  let before = 0;
  let from = 0;
  let to = 0;
  let askedUs: number | undefined;
  /** The newest stamp of a process, and when it was seen: without samples of the device, time is told from there. */
  let anchor: { readonly stamp: number; readonly atUs: number } | undefined;

  function estimate(monotonicUs: number): number {
    return anchor === undefined ? 0 : anchor.stamp + (monotonicUs - anchor.atUs) - PERIOD_US;
  }

  return {
    get from() {
      return from;
    },
    get to() {
      return to;
    },
    get before() {
      return before;
    },
    advance({ device, process, monotonicUs }) {
      if (process !== undefined) anchor = { stamp: process, atUs: monotonicUs };
      const next = Math.max(to, device?.to ?? estimate(monotonicUs), process ?? 0);
      // The first that is told is where time begins, and begins anew after a time of which nothing is known.
      const start = to === 0 ? (device?.from ?? next) : Math.max(to, device?.from ?? 0);
      before = from === 0 ? start : from;
      from = start;
      to = next;
      const elapsed = monotonicUs - (askedUs ?? monotonicUs);
      askedUs = monotonicUs;
      return device === undefined ? elapsed : to - from;
    },
  };
}
