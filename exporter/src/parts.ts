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
import type { NvmlClient } from './nvml/client.js';
import { lookMaxAgeMs, nvmlFor } from './nvmlAccess.js';
import type { HolderSource, PodDirectory, Source } from './ports.js';
import type { Played } from './recording/players.js';
import { createPlayers } from './recording/players.js';
import type { Tap } from './recording/tap.js';
import { tapClient } from './recording/tap.js';
import type { SelfMetrics } from './selfMetrics.js';
import { createSources } from './sources/index.js';

/** Where the program runs. */
export interface Surroundings {
  /** This machine's own name. */
  readonly hostname: string;
  /** The file of this program: the agent that asks NVML is a command of it. */
  readonly program: string;
  readonly env: Environment;
  readonly clock: Clock;
  readonly metrics: SelfMetrics;
  /** Hears what sources say before anything is made of it; only while recording. */
  readonly tap?: Tap;
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
  const { pods, resources, holders } = exporter;
  const isGpu = (name: string): boolean => isGpuResource(resources, name);
  const forProcesses = role === 'node' && holders.some(({ kind }) => kind === 'processes');
  switch (pods.kind) {
    case 'none':
      return createNoPods(namespacesByName);
    case 'file':
      return createFilePods({ path: pods.file, node, forProcesses });
    case 'kubernetes':
      return createKubernetesPods({
        client: present(client),
        ...(role === 'node' && { node }),
        isGpuResource: isGpu,
        forProcesses,
      });
  }
}

function holdersOf(
  { node, exporter }: ExporterConfig,
  directory: PodDirectory,
  nvml: NvmlClient,
): HolderSource[] {
  const { hosts, resources, holders, pods } = exporter;
  const isActive = (namespace: string, name: string): boolean =>
    !ENDED.has(directory.pod(namespace, name)?.phase ?? '');
  const parts = {
    node,
    hosts,
    resources,
    isActive,
    nvml,
    lookMaxAgeMs: lookMaxAgeMs(exporter),
    pods: directory,
    soleHolder: pods.kind === 'none' && holders.length === 1,
  };
  return holders.map((site) => createHolder(site, parts));
}

/** Pods come from the recording that is played, unless the site names a file of its own. */
function playedPods({ exporter }: ExporterConfig, { directory }: Played): PodDirectory | undefined {
  return exporter.pods.kind === 'file' ? undefined : directory;
}

/** Without pods to ask for, where they are played. */
function besides(config: ExporterConfig, pods: PodDirectory | undefined): ExporterConfig {
  if (pods === undefined) return config;
  return { ...config, exporter: { ...config.exporter, pods: { kind: 'none' } } };
}

/**
 * Wires up what the configuration asks for; nothing is read yet. In the role `cluster` there are pods only.
 * @throws GpuscopeError CONFIG_INVALID where Kubernetes is needed and there is no access to it
 */
export async function createParts(
  config: ExporterConfig,
  surroundings: Surroundings,
): Promise<Parts> {
  const { hostname, env, clock, metrics, tap } = surroundings;
  const { exporter, node, role } = config;
  const players = createPlayers(clock);
  const played = role === 'node' ? await players.opened(exporter.sources) : {};
  const pods = playedPods(config, played);
  const client = await kubernetesFor(besides(config, pods), env);
  const directory = pods ?? directoryOf(config, client);
  if (role === 'cluster') return { sources: [], holders: [], directory };
  const asked = nvmlFor(exporter, surroundings);
  const nvml = tap === undefined ? asked : tapClient(asked, tap);
  const sources = createSources(exporter.sources, {
    node,
    hostname,
    dropAfterMs: exporter.dropAfterMs,
    maxTimeoutMs: exporter.intervalMs * SOURCE_PART,
    clock,
    onProblems: problemCounter(metrics),
    findPod: (...wanted) => createPodFinder(present(client), node)(...wanted),
    players,
    nvml,
    ...(tap !== undefined && { tap }),
  });
  return { sources, holders: played.holders ?? holdersOf(config, directory, nvml), directory };
}
