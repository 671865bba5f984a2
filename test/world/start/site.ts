import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatSiteProblem, parseSite, type IdentityRules } from '@gpuscope/aggregation';
import { startFakeKubelet } from '../../servers/fakeKubelet.js';
import { createEventLog, type EventLog } from '../logs/index.js';
import { createLiveLog, type LiveLog } from '../logs/live.js';
import type { WorldNode } from '../model/hardware.js';
import { DEMO_SITE } from '../model/site.js';
import { createWorld, type World } from '../model/world.js';
import { dcgmText } from '../protocol/dcgmText.js';
import { serveDcgm } from '../protocol/dcgmServer.js';
import { serveKubeApi } from '../protocol/kubeApi.js';
import { createKubeStore } from '../protocol/kubeStore.js';
import { listAllocatable, listPodResources } from '../protocol/podResources.js';

/** One exporter to be started: its role, its name, and either a gpuscope.yaml or options. */
export interface ExporterPlan {
  readonly role: 'node' | 'cluster';
  readonly name: string;
  readonly config?: string;
  readonly args?: readonly string[];
}

/** A site that exporters can read, whether simulated or not. */
export interface RunningSite {
  readonly title: string;
  readonly exporters: readonly ExporterPlan[];
  /** What its pods log; absent where nobody knows. */
  readonly logs?: SiteLogs;
  /** Absent where nothing is simulated. */
  readonly world?: World;
  readonly stop: () => Promise<void>;
}

/** The log lines of a simulated site. Its own time may pass faster than ours. */
export interface SiteLogs {
  readonly log: LiveLog;
  /** What Kubernetes says of its pods. */
  readonly events: EventLog;
  /** When the first line was logged, milliseconds since the epoch. */
  readonly fromMs: number;
  /** How far the site has got, milliseconds since the epoch. */
  readonly siteMs: () => number;
  /** When a moment of the site's time was, or will be, here. */
  readonly ourMs: (siteMs: number) => number;
  /** As gpuscope.yaml writes it. */
  readonly identity: unknown;
  readonly cluster: string;
}

/** How long the site has been going when we come to see it: long enough that much goes on. */
const WARM_UP_SECONDS = 3 * 3600;

/** So much of what was logged before is there to be read. */
const LOGGED_SECONDS = 3600;

const LINES_PER_SECOND = 4;

/** The world moves on this often, milliseconds. */
const TICK_MS = 1000;

/** Which site is simulated, and how it came to be as it is. */
export interface SitePlan {
  readonly title: string;
  /** The site at the beginning of its past. */
  readonly world: World;
  /** So much of what was logged before is there to be read. */
  readonly loggedSeconds: number;
  readonly linesPerSecond: number;
  /** Moves the world on to now, and writes down what is seen on the way; left out, nothing is. */
  readonly record?: (world: World) => Promise<void>;
}

/** A small site that has been going for some hours. */
export const demoPlan = (): SitePlan => ({
  title:
    'SIMULATED site: two nodes with whole, MIG and shared GPUs, five tenants. No GPU is involved.',
  world: createWorld(DEMO_SITE, Date.now() / 1000 - WARM_UP_SECONDS),
  loggedSeconds: LOGGED_SECONDS,
  linesPerSecond: LINES_PER_SECOND,
});

/** The simulated site, moving at `speed`, served by the protocols of dcgm-exporter, the kubelet and Kubernetes. */
export async function startSimulatedSite(
  dir: string,
  speed: number,
  plan: SitePlan = demoPlan(),
): Promise<RunningSite> {
  const { world, title, loggedSeconds, linesPerSecond, record } = plan;
  const { cluster, nodes: machines } = world.site;
  const logged = Date.now() / 1000;
  const log = createLiveLog(world, {
    fromMs: (logged - loggedSeconds) * 1000,
    nowMs: logged * 1000,
    linesPerSecond,
    rules: identityRules(),
  });
  const events = createEventLog(world);
  await record?.(world);
  const begun = Date.now() / 1000;
  world.advance(begun);
  const clock = setInterval(() => {
    world.advance(begun + (Date.now() / 1000 - begun) * speed);
  }, TICK_MS);
  const kubernetes = await serveKubeApi(createKubeStore(world));
  const kubeconfig = join(dir, 'kubeconfig');
  await writeFile(kubeconfig, kubeconfigText(kubernetes.url));
  const nodes = await Promise.all(machines.map((node) => serveNode(world, node, dir)));
  return {
    title,
    exporters: [
      ...nodes.map(({ node, dcgmUrl, socket }) => ({
        role: 'node' as const,
        name: node.name,
        config: configText(cluster, node.name, kubeconfig, { dcgmUrl, socket }),
      })),
      { role: 'cluster', name: 'cluster', config: configText(cluster, 'cluster', kubeconfig) },
    ],
    logs: {
      log,
      events,
      fromMs: (logged - loggedSeconds) * 1000,
      siteMs: () => world.nowSeconds() * 1000,
      ourMs: (ms) => (ms < begun * 1000 ? ms : begun * 1000 + (ms - begun * 1000) / speed),
      identity: IDENTITY,
      cluster,
    },
    world,
    stop: async () => {
      clearInterval(clock);
      await Promise.all([kubernetes.stop(), ...nodes.map(({ stop }) => stop())]);
    },
  };
}

interface ServedNode {
  readonly node: WorldNode;
  readonly dcgmUrl: string;
  readonly socket: string;
  readonly stop: () => Promise<void>;
}

async function serveNode(world: World, node: WorldNode, dir: string): Promise<ServedNode> {
  const dcgm = await serveDcgm(() => dcgmText(node, world.gpus(node)));
  const socket = join(dir, `${node.name}.sock`);
  const kubelet = await startFakeKubelet({
    socket,
    list: () => listPodResources(world, node),
    allocatable: () => listAllocatable(world, node),
  });
  return {
    node,
    dcgmUrl: dcgm.url,
    socket,
    stop: async () => {
      await Promise.all([dcgm.stop(), kubelet.stop()]);
    },
  };
}

/** The identity rules of a KubeSphere site whose submitters sign their pods. */
const IDENTITY = {
  tenant: [{ from: 'namespace.label', key: 'kubesphere.io/workspace' }],
  app: [
    { from: 'pod.label', key: 'app.kubernetes.io/name' },
    { from: 'pod.label', key: 'app' },
    { from: 'pod.label', key: 'training.kubeflow.org/job-name' },
    { from: 'pod.owner' },
  ],
  user: [
    { from: 'pod.annotation', key: 'example.com/submitted-by', match: '^([^@]+)@' },
    { from: 'namespace.annotation', key: 'kubesphere.io/creator' },
  ],
};

/** The identity rules that the exporters have. */
export function identityRules(): IdentityRules {
  const parsed = parseSite(configText(DEMO_SITE.cluster, 'cluster', '/kubeconfig'), {
    env: {},
    file: 'gpuscope.yaml',
  });
  if ('problems' in parsed) throw new Error(parsed.problems.map(formatSiteProblem).join('\n'));
  return parsed.site.identity;
}

/** JSON is YAML. */
function configText(
  cluster: string,
  node: string,
  kubeconfig: string,
  machine?: Pick<ServedNode, 'dcgmUrl' | 'socket'>,
): string {
  const read =
    machine === undefined
      ? {}
      : {
          sources: [{ dcgm: { url: machine.dcgmUrl } }],
          holders: [{ podResources: { socket: machine.socket } }, 'dcgmLabels'],
        };
  return JSON.stringify(
    {
      version: 1,
      cluster,
      exporter: {
        node,
        interval: '5s',
        dropAfter: '30s',
        ...read,
        pods: { kubernetes: { kubeconfig } },
      },
      identity: IDENTITY,
    },
    null,
    2,
  );
}

const kubeconfigText = (server: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'demo', cluster: { server } }],
    users: [{ name: 'gpuscope', user: {} }],
    contexts: [{ name: 'demo', context: { cluster: 'demo', user: 'gpuscope' } }],
    'current-context': 'demo',
  });
