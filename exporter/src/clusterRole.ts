import type { PodInfo } from '@gpuscope/aggregation';
import { isGpuResource, podSeries, resolverOf } from '@gpuscope/aggregation';
import type { Clock } from './clock.js';
import type { ExporterConfig } from './config.js';
import { alteredNames } from './cycle/alteredNames.js';
import { createChangeLog } from './cycle/changeLog.js';
import { asGpuscopeError } from './cycle/kept.js';
import { createSnapshotStore } from './cycle/snapshot.js';
import { directoryMetrics } from './directoryMetrics.js';
import { createFirstSync } from './firstSync.js';
import type { Logger } from './logger.js';
import type { PodDirectory } from './ports.js';
import type { RunningRole } from './role.js';
import type { SelfMetrics } from './selfMetrics.js';
import { createMetricsPage } from './server/page.js';
import type { Readiness } from './server/readiness.js';

export interface ClusterParts {
  readonly config: ExporterConfig;
  /** Of every pod of the cluster. */
  readonly directory: PodDirectory;
  readonly metrics: SelfMetrics;
  readonly logger: Logger;
  readonly clock: Clock;
}

/** The first cycle waits so long for the first list; a large cluster's takes a while. */
const FIRST_SYNC_MS = 30_000;

function readinessOf(directory: PodDirectory, ageMs: number | undefined): Readiness {
  const { pods, namespaces, error } = directory.status();
  const trouble = error === '' ? '' : `\npods: ${error}`;
  if (ageMs === undefined) {
    return { ready: false, text: `waiting for the first list of pods and namespaces${trouble}` };
  }
  const text = `ready; ${pods} pods in ${namespaces} namespaces; the series are ${(ageMs / 1000).toFixed(1)} s old`;
  return { ready: true, text: text + trouble };
}

/** The role `cluster`: names every pod's tenant, app and user. */
export function createClusterRole(parts: ClusterParts): RunningRole {
  const { config, directory, metrics, logger, clock } = parts;
  const { exporter, identity, clusterLabel } = config;
  const store = createSnapshotStore();
  const log = createChangeLog(logger);
  const resolve = resolverOf(identity);
  const ageMs = (): number | undefined => {
    const snapshot = store.latest();
    return snapshot === undefined ? undefined : clock.monotonicMs() - snapshot.atMs;
  };

  /** Other extended resources, such as network cards, are not for this metric. */
  function* pods(): Generator<PodInfo> {
    for (const pod of directory.pods()) {
      const requests = [...(pod.requests ?? [])].filter(([name]) =>
        isGpuResource(exporter.resources, name),
      );
      yield { ...pod, requests: new Map(requests) };
    }
  }

  function turn(): void {
    const { synced, error } = directory.status();
    log.finding('kubernetes', error);
    if (!synced && store.latest() === undefined) return;
    const series = podSeries(pods(), directory, resolve, clusterLabel);
    store.publish({ series, atMs: clock.monotonicMs() });
    metrics.set('gpuscope_exporter_series', series.length);
    metrics.set('gpuscope_exporter_label_values_altered', alteredNames(series));
    metrics.set('gpuscope_exporter_snapshot_timestamp_seconds', clock.nowMs() / 1000);
    metrics.add('gpuscope_exporter_cycles_total', 1);
  }

  metrics.beforeRead(directoryMetrics(directory, metrics));
  directory.start();
  const firstSync = createFirstSync(directory, FIRST_SYNC_MS);
  return {
    intervalMs: exporter.intervalMs,
    async cycle() {
      await firstSync.wait();
      const startMs = clock.monotonicMs();
      try {
        turn();
        log.failure('cycle', undefined);
      } catch (error) {
        metrics.add('gpuscope_exporter_cycle_failures_total', 1);
        log.failure('cycle', asGpuscopeError(error));
      }
      const seconds = (clock.monotonicMs() - startMs) / 1000;
      metrics.set('gpuscope_exporter_cycle_duration_seconds', seconds);
    },
    readiness: () => readinessOf(directory, ageMs()),
    failures: () => [directory.status().error].filter((error) => error !== ''),
    series: () => store.latest()?.series ?? [],
    page: createMetricsPage({ store, metrics, dropAfterMs: exporter.dropAfterMs, clock }),
    close() {
      firstSync.cancel();
      return directory.close();
    },
  };
}
