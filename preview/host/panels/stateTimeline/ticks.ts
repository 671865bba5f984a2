const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps that people read time in, ms. */
const STEPS = [
  1000,
  5000,
  15_000,
  30_000,
  MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  30 * DAY,
];

export interface Ticks {
  readonly stepMs: number;
  readonly times: readonly number[];
}

/**
 * Round moments between two others, at most so many.
 *
 * @param offsetMs how far the reader's clock is ahead of UTC, so that days begin at midnight
 */
export function ticksOf(from: number, to: number, most: number, offsetMs = 0): Ticks {
  const wanted = (to - from) / Math.max(1, most);
  const stepMs = STEPS.find((step) => step >= wanted) ?? Math.ceil(wanted / DAY) * DAY;
  const first = Math.ceil((from + offsetMs) / stepMs) * stepMs - offsetMs;
  const count = Math.max(0, Math.floor((to - first) / stepMs) + 1);
  return { stepMs, times: Array.from({ length: count }, (_, at) => first + at * stepMs) };
}

/** A form that tells moments a step apart from each other. */
export function tickFormat(stepMs: number): string {
  if (stepMs < MINUTE) return 'HH:mm:ss';
  return stepMs < DAY ? 'HH:mm' : 'MM/DD';
}
