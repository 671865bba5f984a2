/** A value that the driver took at a moment of its own clock. */
export interface Stamped {
  /** µs */
  readonly timeStamp: number;
}

/** Longer than any lag between the driver's clock and ours, in µs. */
const AHEAD_US = 1_000_000;

/**
 * The samples that can be used, oldest first. Drivers are known to send some that are older than what was asked for, and
 * some with values far over 100; after the wall clock was set back, the ring still holds stamps of the future.
 *
 * @param after µs; samples up to it are known already
 * @param nowUs what the wall clock says
 */
export function usable<Sample extends Stamped>(
  samples: readonly Sample[],
  valueOf: (sample: Sample) => number,
  after: number,
  nowUs: number,
): Sample[] {
  return samples
    .filter((sample) => {
      const value = valueOf(sample);
      const { timeStamp } = sample;
      return value >= 0 && value <= 100 && timeStamp > after && timeStamp <= nowUs + AHEAD_US;
    })
    .sort((one, other) => one.timeStamp - other.timeStamp);
}
