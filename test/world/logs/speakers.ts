import {
  hostEntryFor,
  resolverOf,
  type IdentityRules,
  type NamespaceInfo,
} from '@gpuscope/aggregation';
import { podInfo } from '../history/directory.js';
import { templateHash, type WorldPod } from '../model/pods.js';
import { createRandom, type Random } from '../model/random.js';
import type { WorldSite } from '../model/site.js';
import { createWorld } from '../model/world.js';
import {
  GPU_VOICES,
  LOG_APPS,
  LOG_HOST_REGISTRY,
  LOG_HOST_VOICE,
  LOG_HOSTS,
  type LogApp,
} from './apps.js';
import type { PodSource, LogSource } from './truth.js';
import { hexDigits, type Voice } from './voices/voice.js';

/** Somebody who logs, for as long as it lives. Times in milliseconds since the epoch. */
export interface Speaker {
  readonly source: LogSource;
  readonly voice: Voice;
  readonly weight: number;
  readonly fromMs: number;
  /** Its end, exclusive. */
  readonly toMs: number;
}

export interface SpeakersOptions {
  readonly site: WorldSite;
  readonly rules: IdentityRules;
  readonly fromMs: number;
  readonly toMs: number;
  readonly seed: number;
}

/** What a pod has before the identity rules have named it. */
type Unnamed = Omit<PodSource, 'tenant' | 'app' | 'user'>;

/** The site has been going this long before anybody looks. */
const WARM_UP_MS = 3 * 3_600_000;

/** Everybody who logs in a range of time: pods that hold GPUs, apps without, machines. */
export function speakersOf(options: SpeakersOptions): readonly Speaker[] {
  const random = createRandom(options.seed + 77);
  const name = namer(options);
  const pods = [
    ...gpuPods(options, random),
    ...LOG_APPS.flatMap((app) => appPods(app, options, random)),
  ];
  return [
    ...pods.map(({ source, ...rest }) => ({ ...rest, source: name(source) })),
    ...hosts(options),
  ];
}

type UnnamedSpeaker = Omit<Speaker, 'source'> & { readonly source: Unnamed };

function namer({ rules, site }: SpeakersOptions): (source: Unnamed) => PodSource {
  const resolve = resolverOf(rules);
  return (source) => {
    const creator = site.namespaces.find((one) => one.name === source.namespace)?.creator;
    const namespace: NamespaceInfo = {
      name: source.namespace,
      labels: new Map(Object.entries(source.namespaceLabels)),
      annotations: new Map(creator === undefined ? [] : [['kubesphere.io/creator', creator]]),
    };
    const { tenant, app, user } = resolve({
      kind: 'pod',
      namespace,
      pod: {
        namespace: source.namespace,
        name: source.pod,
        uid: source.podUid,
        node: source.node,
        phase: 'Running',
        labels: new Map(Object.entries(source.labels)),
        annotations: new Map(Object.entries(source.annotations)),
        ...(source.owner === undefined ? {} : { owner: source.owner }),
      },
    });
    return { ...source, tenant, app, user };
  };
}

/** The pods of the world that ran in the range. They are told by a world of its own, from the same seed. */
function gpuPods({ site, fromMs, toMs, seed }: SpeakersOptions, random: Random): UnnamedSpeaker[] {
  const world = createWorld(site, (fromMs - WARM_UP_MS) / 1000, seed);
  const seen = new Map<WorldPod, string>();
  world.onPod(({ pod }) => {
    const node = pod.slots[0]?.node;
    if (node !== undefined && !seen.has(pod)) seen.set(pod, node);
  });
  world.advance(toMs / 1000);
  return [...seen].flatMap(([pod, node]): UnnamedSpeaker[] => {
    const from = Math.max(fromMs, (pod.startSeconds ?? 0) * 1000);
    const to = Math.min(toMs, (pod.endSeconds ?? Infinity) * 1000);
    if (from >= to) return [];
    const info = podInfo(pod);
    const hash =
      pod.app.owner === 'Deployment' ? { 'pod-template-hash': templateHash(pod.app) } : {};
    return [
      {
        voice: GPU_VOICES[pod.app.kind],
        weight: 1,
        fromMs: from,
        toMs: to,
        source: {
          ...placed(site, pod.app.namespace, node, random),
          pod: pod.name,
          podUid: pod.uid,
          container: 'main',
          image: `registry.example.com/${pod.app.name}:1`,
          labels: { ...Object.fromEntries(info.labels), ...hash },
          annotations: Object.fromEntries(info.annotations),
          ...(info.owner === undefined ? {} : { owner: ownerWritten(pod, info.owner) }),
        },
      },
    ];
  });
}

/** The owner as Kubernetes writes it into the pod: a Deployment stands behind its ReplicaSet. */
const ownerWritten = (
  { app }: WorldPod,
  owner: { readonly kind: string; readonly name: string },
): { readonly kind: string; readonly name: string } =>
  app.owner === 'Deployment' ? { ...owner, kind: 'ReplicaSet' } : owner;

const placed = (
  site: WorldSite,
  namespace: string,
  node: string,
  random: Random,
): Pick<
  Unnamed,
  'kind' | 'cluster' | 'namespace' | 'namespaceLabels' | 'node' | 'podIp' | 'containerId'
> => ({
  kind: 'pod',
  cluster: site.cluster,
  namespace,
  namespaceLabels: {
    'kubernetes.io/metadata.name': namespace,
    'kubesphere.io/workspace':
      site.namespaces.find(({ name }) => name === namespace)?.workspace ?? '',
  },
  node,
  podIp: `10.233.${String(Math.floor(random.between(64, 128)))}.${String(Math.floor(random.between(2, 250)))}`,
  containerId: hexDigits(random, 64),
});

/** A rollout in the middle of the range: the pods before it are deleted ones at its end. */
function appPods(
  app: LogApp,
  { site, fromMs, toMs }: SpeakersOptions,
  random: Random,
): UnnamedSpeaker[] {
  const rollout = Math.floor(fromMs + (toMs - fromMs) * random.between(0.35, 0.65));
  const lives = [
    [fromMs, rollout],
    [rollout, toMs],
  ] as const;
  return lives.flatMap(([from, to]) => {
    const generation = hexDigits(random, 10);
    return Array.from({ length: app.replicas }, (_, replica): UnnamedSpeaker => {
      const node = site.nodes[replica % site.nodes.length]?.name ?? '';
      const { pod, owner, hash } = namesOf(app, generation, from, replica, random);
      return {
        voice: app.voice,
        weight: app.weight,
        fromMs: from,
        toMs: to,
        source: {
          ...placed(site, app.namespace, node, random),
          pod,
          podUid: `${hexDigits(random, 8)}-${hexDigits(random, 4)}-4${hexDigits(random, 3)}-8${hexDigits(random, 3)}-${hexDigits(random, 12)}`,
          container: app.container,
          image: `registry.example.com/${app.name}:2`,
          labels: { ...app.labels, ...hash },
          annotations: app.annotations ?? {},
          owner,
        },
      };
    });
  });
}

interface Names {
  readonly pod: string;
  readonly owner: { readonly kind: string; readonly name: string };
  readonly hash: Readonly<Record<string, string>>;
}

function namesOf(
  app: LogApp,
  generation: string,
  fromMs: number,
  replica: number,
  random: Random,
): Names {
  const suffix = hexDigits(random, 5);
  switch (app.owner) {
    case 'Deployment': {
      const name = `${app.name}-${generation}`;
      const hash = { 'pod-template-hash': generation };
      return { pod: `${name}-${suffix}`, owner: { kind: 'ReplicaSet', name }, hash };
    }
    case 'CronJob': {
      const name = `${app.name}-${String(Math.floor(fromMs / 60_000))}`;
      return { pod: `${name}-${suffix}`, owner: { kind: 'Job', name }, hash: {} };
    }
    case 'PyTorchJob': {
      const pod = `${app.name}-${generation.slice(0, 4)}-worker-${String(replica)}`;
      return { pod, owner: { kind: app.owner, name: app.name }, hash: {} };
    }
    default:
      return {
        pod: `${app.name}-${suffix}`,
        owner: { kind: app.owner, name: app.name },
        hash: {},
      };
  }
}

function hosts({ site, rules, fromMs, toMs }: SpeakersOptions): Speaker[] {
  const resolve = resolverOf(rules);
  return LOG_HOSTS.flatMap(({ host, weight, programs }) => {
    const entry = hostEntryFor(LOG_HOST_REGISTRY, host);
    const names =
      entry === undefined
        ? { tenant: '', app: '', user: '' }
        : resolve({ kind: 'host', host, entry });
    const { tenant, app, user } = names;
    return programs.map(({ unit, program }, index) => ({
      voice: LOG_HOST_VOICE,
      weight: weight / programs.length,
      fromMs,
      toMs,
      source: {
        kind: 'host' as const,
        cluster: site.cluster,
        tenant,
        app,
        user,
        host,
        unit,
        program,
        pid: program === 'kernel' ? 0 : 700 + index,
      },
    }));
  });
}
