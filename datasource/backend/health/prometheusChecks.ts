import { say } from '@gpuscope/aggregation';
import type { AskMetrics } from '../prometheus/pods.js';
import type { Check } from './check.js';
import { ok, tell, warn } from './check.js';
import { asGpuscopeError, reasonOf } from '../handlers/errors.js';
import type { Log } from '../log.js';

const HOUR_MS = 3_600_000;

/** Whether the metrics know pods: they tell apps, users and tenants where records don't. */
export async function prometheusChecks(
  metrics: AskMetrics | undefined,
  log: Log,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  if (metrics === undefined) return [tell(say('health.noPrometheus'))];
  const toMs = Date.now();
  try {
    const { pods } = await metrics.pods({}, { fromMs: toMs - HOUR_MS, toMs }, signal);
    if (pods.length > 0) return [ok(say('health.pods', { pods: pods.length }))];
    return [warn(say('health.noPods'), say('remedy.exporter'))];
  } catch (error) {
    if (signal.aborted) throw error;
    const why = asGpuscopeError(error, log);
    const said = say('health.metricsFail', { code: why.code, reason: reasonOf(why) });
    return [warn(said, say('remedy.metricsUrl'))];
  }
}
