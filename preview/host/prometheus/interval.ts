import { rangeUtil } from '@grafana/data';

/** More points in one series than this are refused by Prometheus. */
const MOST_POINTS = 11_000;
const DEFAULT_SCRAPE = '15s';

export interface Asked {
  /** Milliseconds from the range's start to its end. */
  readonly rangeMs: number;
  /** Milliseconds between two points as the asker computed them from its width. */
  readonly intervalMs: number;
  readonly maxDataPoints: number;
  /** Smallest step of the query, if it names one. */
  readonly minStep?: string;
  readonly intervalFactor?: number;
  /** How often Prometheus scrapes. */
  readonly scrape?: string;
}

export interface Intervals {
  readonly stepMs: number;
  /** A window that holds four scrapes at least, so that a rate has samples to compute with. */
  readonly rateMs: number;
}

const msOf = (text: string): number => rangeUtil.intervalToMs(text);

/** The step and the rate's window of a query, by Grafana's rules. */
export function intervalsOf(asked: Asked): Intervals {
  const { rangeMs, intervalMs, maxDataPoints, intervalFactor = 1 } = asked;
  const scrape = asked.scrape === undefined || asked.scrape === '' ? DEFAULT_SCRAPE : asked.scrape;
  const named = asked.minStep === undefined || asked.minStep === '' ? undefined : asked.minStep;
  const smallest = msOf(named ?? scrape);
  const wished = Math.max(rangeUtil.roundInterval(rangeMs / maxDataPoints), smallest);
  // Rounded as people read it, this could fall below what Prometheus bears.
  const safe = Math.ceil(rangeMs / MOST_POINTS);
  return {
    stepMs: Math.max(wished, safe) * intervalFactor,
    rateMs: Math.max(intervalMs + smallest, 4 * smallest),
  };
}

/** As in `1h30m`, `15s`, `250ms`: what PromQL reads as a duration. */
export function durationText(ms: number): string {
  const units = [
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
    ['ms', 1],
  ] as const;
  let left = Math.round(ms);
  const parts = units.map(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count === 0 ? '' : `${count}${unit}`;
  });
  return parts.join('') || '0s';
}

/** Grafana's own variables in a PromQL text, by name. */
export function macrosOf({ stepMs, rateMs }: Intervals, rangeMs: number): Record<string, string> {
  const seconds = Math.round(rangeMs / 1000);
  return {
    __interval: durationText(stepMs),
    __interval_ms: String(stepMs),
    __rate_interval: durationText(rateMs),
    __rate_interval_ms: String(rateMs),
    __range: `${seconds}s`,
    __range_s: String(seconds),
    __range_ms: String(Math.round(rangeMs)),
  };
}
