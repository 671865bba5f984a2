import type { AskMetrics } from '../prometheus/pods.js';
import type { Check } from './check.js';
import { ok, tell, warn } from './check.js';
import { asGpuscopeError, wordsOf } from '../handlers/errors.js';
import type { Log } from '../log.js';

const HOUR_MS = 3_600_000;

/** Whether the metrics know pods: they tell apps, users and tenants where records don't. */
export async function prometheusChecks(
  metrics: AskMetrics | undefined,
  log: Log,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  if (metrics === undefined)
    return [tell('No Prometheus is named: whose pods are whose is told from the records alone.')];
  const toMs = Date.now();
  try {
    const { pods } = await metrics.pods({}, { fromMs: toMs - HOUR_MS, toMs }, signal);
    if (pods.length > 0) return [ok(`The metrics know ${pods.length} pods of the last hour.`)];
    return [
      warn(
        'Prometheus answers, but has no workload_pod_info of the last hour.',
        'Run gpuscope-exporter in the role cluster, and let this Prometheus scrape it.',
      ),
    ];
  } catch (error) {
    return [
      warn(
        `Prometheus can't be asked whose pods are whose: ${wordsOf(asGpuscopeError(error, log))}.`,
        'Mend metrics.url, or leave it out.',
      ),
    ];
  }
}
