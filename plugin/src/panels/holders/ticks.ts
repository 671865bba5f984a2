import type { TimeZone } from '@grafana/data';
import { dateTimeFormat, dateTimeForTimeZone } from '@grafana/data';
import type { Span } from './lane.js';

export interface Tick {
  readonly atMs: number;
  readonly text: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Distances that people read a clock by. */
const STEPS = [
  1000,
  5000,
  15_000,
  30_000,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  30 * DAY,
  90 * DAY,
  365 * DAY,
] as const;

const FAR = STEPS[STEPS.length - 1] ?? DAY;

function formatFor(stepMs: number): string {
  if (stepMs < MINUTE) return 'HH:mm:ss';
  if (stepMs < 12 * HOUR) return 'HH:mm';
  return stepMs < DAY ? 'MM-DD HH:mm' : 'MM-DD';
}

/** The distance of ticks that leaves each so many pixels. */
export const tickStep = ({ fromMs, toMs }: Span, width: number, least: number): number =>
  STEPS.find((step) => (step / (toMs - fromMs)) * width >= least) ?? FAR;

const offsetMs = (zone: TimeZone, atMs: number): number =>
  dateTimeForTimeZone(zone, atMs).utcOffset() * MINUTE;

/** When a clock of the zone shows a time, written as if it were UTC. */
const momentOf = (zone: TimeZone, localMs: number): number => {
  const guess = localMs - offsetMs(zone, localMs);
  return localMs - offsetMs(zone, guess);
};

/**
 * Ticks at full minutes, hours and days as the zone counts them, also where its clocks are put forward or back within
 * the range.
 */
export function ticksOf(range: Span, width: number, zone: TimeZone, least = 80): readonly Tick[] {
  const step = tickStep(range, width, least);
  const clockAt = (atMs: number) => atMs + offsetMs(zone, atMs);
  const first = Math.ceil(clockAt(range.fromMs) / step) * step;
  const count = Math.max(0, Math.floor((clockAt(range.toMs) - first) / step) + 1);
  const format = formatFor(step);
  const moments = Array.from({ length: count }, (_, at) => momentOf(zone, first + at * step));
  return [...new Set(moments)]
    .filter((atMs) => atMs >= range.fromMs && atMs <= range.toMs)
    .map((atMs) => ({ atMs, text: dateTimeFormat(atMs, { format, timeZone: zone }) }));
}
