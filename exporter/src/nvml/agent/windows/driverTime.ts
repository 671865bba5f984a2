/** How far the driver's own time has come, as far as its samples tell. µs throughout. */
export interface DriverTime {
  /** Where it stood at the last question; undefined while nothing tells. */
  readonly mark: number | undefined;
  /** Where it stood at the question before that. */
  readonly before: number | undefined;
  begin(at: number | undefined, monotonicUs: number): void;
  /**
   * Moves on, never back. `device` is the newest stamp of the device's samples, which come all the time; `process` that
   * of its processes' samples, which come only while they work.
   *
   * @returns how long it is since the last question
   */
  advance(device: number | undefined, process: number | undefined, monotonicUs: number): number;
}

/** The longest time between two samples of the driver: younger time may yet get a sample. */
const PERIOD_US = 1_000_000;

export function createDriverTime(): DriverTime {
  let mark: number | undefined;
  let before: number | undefined;
  let asked: number | undefined;
  /** The newest stamp of a process, and when it was seen: without samples of the device, time is told from there. */
  let anchor: { readonly stamp: number; readonly atUs: number } | undefined;

  const estimate = (monotonicUs: number): number | undefined =>
    anchor === undefined ? undefined : anchor.stamp + (monotonicUs - anchor.atUs) - PERIOD_US;

  return {
    get mark() {
      return mark;
    },
    get before() {
      return before;
    },
    begin(at, monotonicUs) {
      mark = at;
      asked ??= monotonicUs;
    },
    advance(device, process, monotonicUs) {
      if (process !== undefined) anchor = { stamp: process, atUs: monotonicUs };
      const told = device ?? estimate(monotonicUs);
      const known = [mark, told, process].filter((one) => one !== undefined);
      const next = known.length === 0 ? undefined : Math.max(...known);
      const elapsed = monotonicUs - (asked ?? monotonicUs);
      const moved = next === undefined || mark === undefined ? 0 : next - mark;
      before = mark;
      mark = next;
      asked = monotonicUs;
      return device === undefined ? elapsed : moved;
    },
  };
}
