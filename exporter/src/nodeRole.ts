import { createPipeline, hostEntryFor } from '@gpuscope/aggregation';
import type { Directory } from '@gpuscope/aggregation';
import type { Clock } from './clock.js';
import type { ExporterConfig } from './config.js';
import { createChangeLog } from './cycle/changeLog.js';
import type { KeptHolder, KeptSource } from './cycle/cycle.js';
import { createCycle } from './cycle/cycle.js';
import { createKept } from './cycle/kept.js';
import { createSnapshotStore } from './cycle/snapshot.js';
import { directoryMetrics } from './directoryMetrics.js';
import { createFirstSync } from './firstSync.js';
import type { Logger } from './logger.js';
import { placeOf } from './place.js';
import type { HolderSource, PodDirectory, Source } from './ports.js';
import type { RunningRole } from './role.js';
import type { SelfMetrics } from './selfMetrics.js';
import { nodeReadiness } from './server/freshness.js';
import { createMetricsPage } from './server/page.js';

export interface NodeParts {
  readonly config: ExporterConfig;
  readonly sources: readonly Source[];
  readonly holders: readonly HolderSource[];
  readonly directory: PodDirectory;
  readonly metrics: SelfMetrics;
  readonly logger: Logger;
  readonly clock: Clock;
}

/** How long a holder source's last good answer serves. */
const HOLDER_KEEP_MS = 60_000;
const HOLDER_TIMEOUT_MS = 10_000;

/** The first cycle waits so long for the pods' names; then it goes without. */
const FIRST_SYNC_MS = 5_000;

/** Sources, then holders, must be done within an interval. */
const CYCLE_PART = 0.6;

function keptSources({ config, sources, clock }: NodeParts): KeptSource[] {
  const { intervalMs, dropAfterMs } = config.exporter;
  return sources.map((source) =>
    createKept({
      name: source.name,
      request: (_: undefined, signal) => source.read(signal),
      timeoutMs: intervalMs * CYCLE_PART,
      keepMs: dropAfterMs,
      timeoutCode: 'SOURCE_TIMEOUT',
      clock,
    }),
  );
}

function keptHolders({ config, holders, clock }: NodeParts): KeptHolder[] {
  return holders.map((holder) =>
    createKept({
      name: holder.name,
      request: (telemetry, signal) => holder.report(telemetry, signal),
      timeoutMs: Math.min(HOLDER_TIMEOUT_MS, config.exporter.intervalMs * (1 - CYCLE_PART) * 0.9),
      keepMs: HOLDER_KEEP_MS,
      timeoutCode: 'HOLDER_TIMEOUT',
      clock,
    }),
  );
}

function asDirectory({ config, directory }: NodeParts): Directory {
  return {
    pod: (namespace, name) => directory.pod(namespace, name),
    namespace: (name) => directory.namespace(name),
    host: (host) => hostEntryFor(config.exporter.hosts, host),
  };
}

/** The role `node`: reads the GPUs of one machine and says whose their use is. */
export function createNodeRole(parts: NodeParts): RunningRole {
  const { config, directory, metrics, logger, clock } = parts;
  const { exporter, identity, node, clusterLabel } = config;
  const store = createSnapshotStore();
  const sources = keptSources(parts);
  const holders = keptHolders(parts);
  const pipeline = createPipeline({
    node,
    ...(clusterLabel !== undefined && { cluster: clusterLabel }),
    rules: identity,
    intervalMs: exporter.intervalMs,
    detectFrozen: exporter.sources.every(({ kind }) => kind !== 'replay'),
  });
  if (exporter.pods.kind !== 'none') metrics.beforeRead(directoryMetrics(directory, metrics));
  directory.start();
  const upstreams = () => [
    ...sources.map(({ name, status }) => ({ kind: 'source' as const, name, status: status() })),
    ...holders.map(({ name, status }) => ({ kind: 'holder' as const, name, status: status() })),
  ];
  const log = createChangeLog(logger);
  const cycle = createCycle({
    sources,
    holders,
    pipeline,
    directory: asDirectory(parts),
    place: () => placeOf(directory.nodeLabels(), exporter.nodeLabels),
    store,
    metrics,
    log,
    clock,
  });
  const firstSync = createFirstSync(directory, FIRST_SYNC_MS);
  return {
    intervalMs: exporter.intervalMs,
    async cycle() {
      await firstSync.wait();
      log.finding('kubernetes', directory.status().error);
      await cycle();
    },
    readiness: () => {
      const snapshot = store.latest();
      const ageMs = snapshot === undefined ? undefined : clock.monotonicMs() - snapshot.atMs;
      return nodeReadiness(ageMs, upstreams(), directory.status().error, clock.nowMs());
    },
    failures: () => [
      ...upstreams().flatMap(({ status }) => status.error?.message ?? []),
      ...[directory.status().error].filter((error) => error !== ''),
    ],
    series: () => store.latest()?.series ?? [],
    page: createMetricsPage({ store, metrics, dropAfterMs: exporter.dropAfterMs, clock }),
    async close() {
      firstSync.cancel();
      for (const kept of [...sources, ...holders]) kept.close();
      await Promise.all([...parts.sources, ...parts.holders, directory].map((one) => one.close()));
    },
  };
}
