import type { Said } from '@gpuscope/aggregation';
import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { TimeRange } from '@gpuscope/aggregation/logs';

const DAY_MS = 86_400_000;

const inWords = (ms: number): Said =>
  ms >= DAY_MS
    ? say('question.days', { days: Math.round((ms / DAY_MS) * 10) / 10 })
    : say('question.minutes', { minutes: Math.round(ms / 60_000) });

/** A range that may be asked for. Throws QUERY_INVALID where it is none, LIMIT_EXCEEDED where it is too long. */
export function checkedRange({ fromMs, toMs }: TimeRange, maxMs: number): TimeRange {
  const isRange = Number.isFinite(fromMs) && Number.isFinite(toMs) && fromMs < toMs;
  if (!isRange)
    throw new GpuscopeError('QUERY_INVALID', say('question.noTime', { from: fromMs, to: toMs }));
  if (toMs - fromMs > maxMs)
    throw new GpuscopeError(
      'LIMIT_EXCEEDED',
      say('question.rangeTooLong', { asked: inWords(toMs - fromMs), most: inWords(maxMs) }),
    );
  return { fromMs: Math.floor(fromMs), toMs: Math.ceil(toMs) };
}

/** Grafana's ranges include their end; ours don't. */
export const fromGrafanaRange = ({ fromMs, toMs }: TimeRange): TimeRange => ({
  fromMs,
  toMs: toMs + 1,
});
