import type { ExpositionProblem } from '@gpuscope/aggregation';
import type { Clock } from './clock.js';
import type { ExporterConfig } from './config.js';
import { createHolder } from './holders/index.js';
import { createPods, findPod, podResources } from './kubernetesParts.js';
import { createNoPods } from './noPods.js';
import type { HolderSource, PodDirectory, Source } from './ports.js';
import type { SelfMetrics } from './selfMetrics.js';
import { createSources } from './sources/index.js';

export interface PartsOptions {
  readonly config: ExporterConfig;
  /** This machine's own name. */
  readonly hostname: string;
  readonly clock: Clock;
  readonly metrics: SelfMetrics;
}

/** A source may take this part of an interval. */
const SOURCE_PART = 0.5;

function problemCounter(metrics: SelfMetrics): (problems: readonly ExpositionProblem[]) => void {
  return (problems) => {
    for (const { code } of problems) {
      metrics.add('gpuscope_exporter_exposition_problems_total', 1, { code });
    }
  };
}

export function sourcesOf({ config, hostname, clock, metrics }: PartsOptions): Source[] {
  const { exporter, node } = config;
  return createSources(exporter.sources, {
    node,
    hostname,
    dropAfterMs: exporter.dropAfterMs,
    maxTimeoutMs: exporter.intervalMs * SOURCE_PART,
    clock,
    onProblems: problemCounter(metrics),
    findPod,
  });
}

export function holdersOf({ node, exporter }: ExporterConfig): HolderSource[] {
  const { hosts, resources } = exporter;
  return exporter.holders.map((site) =>
    createHolder(site, { node, hosts, resources, podResources }),
  );
}

export function directoryOf({ exporter, namespacesByName }: ExporterConfig): PodDirectory {
  return exporter.pods.kind === 'none' ? createNoPods(namespacesByName) : createPods();
}
