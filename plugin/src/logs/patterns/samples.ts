import type { TimeRange } from '@grafana/data';
import { fixedRange, rangeJson } from '../time/timeRange.js';

/** The two stretches of time whose lines are compared. */
export interface Samples {
  readonly now: TimeRange;
  /** What was before; undefined where nothing is compared. */
  readonly before?: TimeRange;
}

/** Since the peak began, against as long a time before it, at least all that is on the page. */
export function samplesOf(range: TimeRange, peakMs: number | undefined): Samples {
  if (peakMs === undefined) return { now: range };
  const { fromMs, toMs } = rangeJson(range);
  const since = Math.min(Math.max(peakMs, fromMs), toMs - 1);
  const start = Math.min(fromMs, since - (toMs - since));
  return { now: fixedRange(since, toMs), before: fixedRange(start, since) };
}
