import type { ExpositionProblem } from '@gpuscope/aggregation';
import { systemClock } from './clock.js';
import type { ExporterConfig } from './config.js';
import { createHolder } from './holders/index.js';
import { createPods, findPod, podResources } from './kubernetesParts.js';
import type { Logger } from './logger.js';
import { createNodeRole } from './nodeRole.js';
import { createNoPods } from './noPods.js';
import type { PodDirectory } from './ports.js';
import type { RunningRole } from './role.js';
import type { SelfMetrics } from './selfMetrics.js';
import { createSelfMetrics } from './selfMetrics.js';
import { createSources } from './sources/index.js';
import { VERSION } from './version.js';

export interface RoleParts {
  readonly config: ExporterConfig;
  readonly hostname: string;
  readonly logger: Logger;
}

function problemCounter(metrics: SelfMetrics): (problems: readonly ExpositionProblem[]) => void {
  return (problems) => {
    for (const { code } of problems) {
      metrics.add('gpuscope_exporter_exposition_problems_total', 1, { code });
    }
  };
}

function directoryOf({ exporter, namespacesByName }: ExporterConfig): PodDirectory {
  if (exporter.pods.kind === 'none') return createNoPods(namespacesByName);
  return createPods();
}

/** Wires up what the configuration asks for. Nothing is read yet, save for what the pod directory begins to watch. */
export function createRole({ config, hostname, logger }: RoleParts): RunningRole {
  const { exporter, node, role } = config;
  const metrics = createSelfMetrics(VERSION, role);
  const sources = createSources(exporter.sources, {
    node,
    hostname,
    dropAfterMs: exporter.dropAfterMs,
    maxTimeoutMs: exporter.intervalMs / 2,
    clock: systemClock,
    onProblems: problemCounter(metrics),
    findPod,
  });
  const { hosts, resources } = exporter;
  const holders = exporter.holders.map((site) =>
    createHolder(site, { node, hosts, resources, podResources }),
  );
  const directory = directoryOf(config);
  return createNodeRole({
    config,
    sources,
    holders,
    directory,
    metrics,
    logger,
    clock: systemClock,
  });
}
