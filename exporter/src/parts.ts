import type { ExpositionProblem } from '@gpuscope/aggregation';
import { GpuscopeError, isGpuResource } from '@gpuscope/aggregation';
import type { Clock } from './clock.js';
import type { ExporterConfig } from './config.js';
import { createHolder } from './holders/index.js';
import { createPodFinder } from './kubernetes/podFinder.js';
import type { KubernetesClient } from './kubernetes/client.js';
import type { Environment } from './kubernetesAccess.js';
import { kubernetesFor } from './kubernetesAccess.js';
import { createNoPods } from './noPods.js';
import { createFilePods } from './pods/file.js';
import { createKubernetesPods } from './pods/kubernetes.js';
import type { HolderSource, PodDirectory, Source } from './ports.js';
import type { SelfMetrics } from './selfMetrics.js';
import { createSources } from './sources/index.js';

/** Where the program runs. */
export interface Surroundings {
  /** This machine's own name. */
  readonly hostname: string;
  readonly env: Environment;
  readonly clock: Clock;
  readonly metrics: SelfMetrics;
}

/** Everything that a configuration reads from. */
export interface Parts {
  readonly sources: readonly Source[];
  readonly holders: readonly HolderSource[];
  readonly directory: PodDirectory;
}

/** A source may take this part of an interval. */
const SOURCE_PART = 0.5;

const ENDED: ReadonlySet<string> = new Set(['Succeeded', 'Failed']);

function problemCounter(metrics: SelfMetrics): (problems: readonly ExpositionProblem[]) => void {
  return (problems) => {
    for (const { code } of problems) {
      metrics.add('gpuscope_exporter_exposition_problems_total', 1, { code });
    }
  };
}

function present(client: KubernetesClient | undefined): KubernetesClient {
  if (client !== undefined) return client;
  throw new GpuscopeError('INTERNAL', 'Kubernetes is asked without a client');
}

function directoryOf(config: ExporterConfig, client: KubernetesClient | undefined): PodDirectory {
  const { exporter, role, node, namespacesByName } = config;
  const { pods, resources } = exporter;
  const isGpu = (name: string): boolean => isGpuResource(resources, name);
  switch (pods.kind) {
    case 'none':
      return createNoPods(namespacesByName);
    case 'file':
      return createFilePods({ path: pods.file, node });
    case 'kubernetes':
      return createKubernetesPods({
        client: present(client),
        ...(role === 'node' && { node }),
        isGpuResource: isGpu,
      });
  }
}

function holdersOf({ node, exporter }: ExporterConfig, directory: PodDirectory): HolderSource[] {
  const { hosts, resources } = exporter;
  const isActive = (namespace: string, name: string): boolean =>
    !ENDED.has(directory.pod(namespace, name)?.phase ?? '');
  return exporter.holders.map((site) => createHolder(site, { node, hosts, resources, isActive }));
}

/**
 * Wires up what the configuration asks for; nothing is read yet. In the role `cluster` there are pods only.
 * @throws GpuscopeError CONFIG_INVALID where Kubernetes is needed and there is no access to it
 */
export async function createParts(
  config: ExporterConfig,
  { hostname, env, clock, metrics }: Surroundings,
): Promise<Parts> {
  const { exporter, node, role } = config;
  const client = await kubernetesFor(config, env);
  const directory = directoryOf(config, client);
  if (role === 'cluster') return { sources: [], holders: [], directory };
  const sources = createSources(exporter.sources, {
    node,
    hostname,
    dropAfterMs: exporter.dropAfterMs,
    maxTimeoutMs: exporter.intervalMs * SOURCE_PART,
    clock,
    onProblems: problemCounter(metrics),
    findPod: (...asked) => createPodFinder(present(client), node)(...asked),
  });
  return { sources, holders: holdersOf(config, directory), directory };
}
