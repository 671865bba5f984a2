import { GpuscopeError } from '@gpuscope/aggregation';
import type { TimeRange } from '@gpuscope/aggregation/logs';

const DAY_MS = 86_400_000;

const inWords = (ms: number): string =>
  ms >= DAY_MS ? `${Math.round((ms / DAY_MS) * 10) / 10} d` : `${Math.round(ms / 60_000)} min`;

/** A range that may be asked for. Throws QUERY_INVALID where it is none, LIMIT_EXCEEDED where it is too long. */
export function checkedRange({ fromMs, toMs }: TimeRange, maxMs: number): TimeRange {
  const isRange = Number.isFinite(fromMs) && Number.isFinite(toMs) && fromMs < toMs;
  if (!isRange)
    throw new GpuscopeError('QUERY_INVALID', `the time range ${fromMs} to ${toMs} holds no time`);
  if (toMs - fromMs > maxMs)
    throw new GpuscopeError(
      'LIMIT_EXCEEDED',
      `the time range is ${inWords(toMs - fromMs)} long; at most ${inWords(maxMs)} may be asked for at once`,
    );
  return { fromMs: Math.floor(fromMs), toMs: Math.ceil(toMs) };
}

/** Grafana's ranges include their end; ours don't. */
export const fromGrafanaRange = ({ fromMs, toMs }: TimeRange): TimeRange => ({
  fromMs,
  toMs: toMs + 1,
});
