import type { PodDirectory } from './ports.js';
import type { SelfMetrics } from './selfMetrics.js';

/** Puts the state of a pod directory into the exporter's own metrics; the answer is to be called before each reading. */
export function directoryMetrics(directory: PodDirectory, metrics: SelfMetrics): () => void {
  let counted = 0;
  return () => {
    const { synced, lastEventMs, restarts, pods, namespaces } = directory.status();
    metrics.set('gpuscope_exporter_pod_directory_synced', synced ? 1 : 0);
    metrics.set('gpuscope_exporter_pod_directory_pods', pods);
    metrics.set('gpuscope_exporter_pod_directory_namespaces', namespaces);
    metrics.set('gpuscope_exporter_pod_directory_last_event_timestamp_seconds', lastEventMs / 1000);
    metrics.add('gpuscope_exporter_pod_directory_restarts_total', Math.max(0, restarts - counted));
    counted = restarts;
  };
}
