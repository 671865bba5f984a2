import type { TimeRange } from '@gpuscope/aggregation/logs';

/** A store refuses to count into more than 65,536 places at once; a screen shows fewer than 2,000. */
const MAX_PLACES = 20_000;
const MAX_STEPS = 2000;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps that people read on an axis. */
const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  DAY,
];

/** The narrowest of the steps that is at least so wide; beyond the widest, whole days. */
const stepOf = (leastMs: number): number =>
  STEPS.find((step) => step >= leastMs) ?? Math.ceil(leastMs / DAY) * DAY;

/** The next wider step. */
export const widerStep = (ms: number): number => stepOf(ms + 1);

/**
 * The width of a step in ms: as asked for where that is bearable, else the next wider one. `groups` is how many series
 * are counted side by side.
 */
export function bearableInterval(
  askedMs: number,
  { fromMs, toMs }: TimeRange,
  groups: number,
): number {
  const steps = Math.max(1, Math.min(MAX_STEPS, Math.floor(MAX_PLACES / Math.max(1, groups))));
  const leastMs = (toMs - fromMs) / steps;
  const asked = Math.max(1, Math.round(askedMs));
  return asked >= leastMs ? asked : stepOf(leastMs);
}
