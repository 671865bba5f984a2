import { createOpenMetrics } from '../../world/history/openMetrics.js';

/** What exporters say of themselves where not all goes well, and what Prometheus says of scraping them. */
const SAID: readonly (readonly [string, 'gauge' | 'counter', Readonly<Record<string, string>>])[] =
  [
    ['gpuscope_exporter_unplaced_claims', 'gauge', { holder: 'podResources', resource: 'x/gpu' }],
    ['gpuscope_exporter_unknown_resources', 'gauge', { resource: 'x/gpu' }],
    ['gpuscope_exporter_missing_metric', 'gauge', { metric: 'gpu_sm_active_ratio' }],
    ['gpuscope_exporter_dropped_samples_total', 'counter', { field: 'GPU_UTIL', reason: 'blank' }],
    ['gpuscope_exporter_pod_directory_restarts_total', 'counter', {}],
    ['scrape_duration_seconds', 'gauge', {}],
    ['process_resident_memory_bytes', 'gauge', {}],
  ];

const STEP_SECONDS = 60;

/** An hour of it as OpenMetrics, of one exporter. */
export function selfText(
  toSeconds: number,
  instance: string,
  clusters: readonly (string | undefined)[],
): string {
  const output = createOpenMetrics();
  for (let at = toSeconds - 3600; at <= toSeconds; at += STEP_SECONDS) {
    for (const cluster of clusters) {
      const target = { job: 'gpuscope', instance, ...(cluster === undefined ? {} : { cluster }) };
      for (const [name, type, labels] of SAID) {
        output.add(name, type, { ...target, ...labels }, type === 'counter' ? at % 7200 : 1, at);
      }
      const event = 'gpuscope_exporter_pod_directory_last_event_timestamp_seconds';
      output.add(event, 'gauge', target, at - 5, at);
    }
  }
  return output.text();
}
