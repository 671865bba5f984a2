import { A100, gpu, H100, mig, type WorldNode } from './hardware.js';

/** How an app uses its devices over time. */
export type LoadKind = 'training' | 'notebook' | 'serving' | 'batch' | 'service';

/** How an app logs; left out, as apps of its kind do. */
export type VoiceName = 'training' | 'serving' | 'notebook' | 'logfmt' | 'java' | 'nginx' | 'klog';

/** From one moment to another, seconds since the epoch. */
export interface Span {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** An app of the simulated site, of which instances come and go. */
export interface WorldApp {
  readonly namespace: string;
  readonly name: string;
  readonly owner: 'Deployment' | 'Job' | 'StatefulSet';
  readonly kind: LoadKind;
  readonly resource: string;
  readonly count: number;
  /** Mean time between arrivals and bounds of the lifetime, seconds. */
  readonly everySeconds: number;
  readonly livesSeconds: readonly [number, number];
  /** Who submits it; the name is annotated on the pod. Empty: the namespace's creator answers for it. */
  readonly users: readonly string[];
  /** Part of the device's memory that it fills. */
  readonly memory: number;
  /** The nodes that it may run on; left out, any. */
  readonly nodes?: readonly string[];
  /** When its pods are made, seconds since the epoch, instead of at random times. */
  readonly arrivesAt?: readonly number[];
  /** So many of its pods at a time. */
  readonly atMost?: number;
  /** Of the devices that a pod asks for it uses so many. */
  readonly uses?: number;
  /** At this age a pod is forgotten: it holds its devices and uses them no more. */
  readonly forgottenAfterSeconds?: number;
  /** It fails again and again, logs errors and hardly computes. */
  readonly trouble?: Span;
  /** When its first pod's container was killed for its memory and started again, seconds since the epoch. */
  readonly killedAt?: readonly number[];
  /** What a pod asks for, in cores and GiB; left out, 8 and 64. */
  readonly asks?: { readonly cores: number; readonly gibibytes: number };
  /** How busy its devices are, against what is usual for its kind. */
  readonly effort?: number;
  readonly voice?: VoiceName;
  /** How much each of its pods logs; left out, 1. */
  readonly talks?: number;
}

export interface WorldNamespace {
  readonly name: string;
  readonly workspace: string;
  readonly creator: string;
}

/** Something that is wrong with a GPU. */
export type Fault =
  | {
      readonly kind: 'xid';
      readonly uuid: string;
      readonly atSeconds: number;
      readonly xid: number;
      /** It came with a broken memory row, which waits for a reset. */
      readonly breaksMemory?: boolean;
    }
  | ({ readonly kind: 'hot'; readonly uuid: string } & Span)
  /** A bad link: repeats on PCIe, errors on NVLink, and single bits that fall over in memory. */
  | ({ readonly kind: 'link'; readonly uuid: string } & Span);

/** A namespace may ask for so much of each resource, as Kubernetes names them. */
export interface Quota {
  readonly namespace: string;
  readonly hard: Readonly<Record<string, number>>;
}

/** Everything about the site that does not change. */
export interface WorldSite {
  readonly cluster: string;
  readonly nodes: readonly WorldNode[];
  readonly namespaces: readonly WorldNamespace[];
  readonly apps: readonly WorldApp[];
  readonly faults?: readonly Fault[];
  readonly quotas?: readonly Quota[];
  /** The site moves on in steps of at most this; left out, 5. */
  readonly stepSeconds?: number;
}

const HOUR = 3600;

/** Two nodes with whole, MIG and shared GPUs, five tenants. */
export const DEMO_SITE: WorldSite = {
  cluster: 'demo',
  nodes: [
    {
      name: 'gpu-node-1',
      pool: 'train',
      rack: 'r1',
      gpus: [0, 1, 2, 3].map((i) => gpu(1, i, H100, { kind: 'whole' })),
    },
    {
      name: 'gpu-node-2',
      pool: 'serve',
      rack: 'r2',
      gpus: [
        gpu(2, 0, A100, mig(2, 0, ['3g.40gb', '2g.20gb', '1g.10gb', '1g.10gb'])),
        gpu(2, 1, A100, { kind: 'shared', replicas: 4 }),
        gpu(2, 2, A100, { kind: 'whole' }),
      ],
    },
  ],
  namespaces: [
    { name: 'team-vision', workspace: 'vision', creator: 'mei.chen' },
    { name: 'team-nlp', workspace: 'nlp', creator: 'jonas.weber' },
    { name: 'nlp-notebooks', workspace: 'nlp', creator: 'jonas.weber' },
    { name: 'risk-models', workspace: 'risk', creator: 'li.wei' },
    { name: 'search', workspace: 'search', creator: 'ana.silva' },
    { name: 'ml-platform', workspace: 'platform', creator: 'admin' },
  ],
  quotas: [
    { namespace: 'team-nlp', hard: { 'requests.nvidia.com/gpu': 4 } },
    { namespace: 'risk-models', hard: { 'requests.nvidia.com/mig-1g.10gb': 3 } },
    { namespace: 'nlp-notebooks', hard: { 'requests.nvidia.com/gpu.shared': 16 } },
  ],
  apps: [
    app('team-nlp', 'llm-finetune', 'Job', 'training', 'nvidia.com/gpu', 2, 900, [0.3, 2], 0.82, [
      'sara.lind',
      'tom.okafor',
    ]),
    app(
      'team-vision',
      'detector-train',
      'Job',
      'training',
      'nvidia.com/gpu',
      1,
      700,
      [0.2, 1.5],
      0.6,
      ['mei.chen', 'raj.patel'],
    ),
    app(
      'nlp-notebooks',
      'notebook',
      'StatefulSet',
      'notebook',
      'nvidia.com/gpu.shared',
      1,
      1200,
      [0.5, 4],
      0.14,
      ['sara.lind', 'tom.okafor', 'ines.moreau'],
    ),
    app(
      'search',
      'ranker',
      'Deployment',
      'serving',
      'nvidia.com/gpu.shared',
      1,
      1500,
      [2, 8],
      0.2,
      [],
    ),
    app(
      'search',
      'embedder',
      'Deployment',
      'serving',
      'nvidia.com/mig-2g.20gb',
      1,
      600,
      [3, 9],
      0.55,
      [],
    ),
    app(
      'risk-models',
      'ocr-batch',
      'Job',
      'batch',
      'nvidia.com/mig-1g.10gb',
      1,
      500,
      [0.05, 0.5],
      0.4,
      ['li.wei'],
    ),
    app(
      'ml-platform',
      'eval-harness',
      'Job',
      'batch',
      'nvidia.com/mig-3g.40gb',
      1,
      1500,
      [0.2, 1],
      0.7,
      ['admin'],
    ),
  ],
};

function app(
  namespace: string,
  name: string,
  owner: WorldApp['owner'],
  kind: LoadKind,
  resource: string,
  count: number,
  everySeconds: number,
  hours: readonly [number, number],
  memory: number,
  users: readonly string[],
): WorldApp {
  const livesSeconds = [hours[0] * HOUR, hours[1] * HOUR] as const;
  return {
    namespace,
    name,
    owner,
    kind,
    resource,
    count,
    everySeconds,
    livesSeconds,
    users,
    memory,
  };
}
