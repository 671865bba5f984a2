import type { Fault, Quota, WorldApp, WorldNamespace, WorldSite } from '../site.js';
import { others, services, servings, trainings } from './apps.js';
import { DEV, PREVIEW_NODES, SERVE, TRAIN } from './nodes.js';

const MINUTE = 60;
const HOUR = 3600;

const NAMESPACES: readonly WorldNamespace[] = [
  { name: 'team-vision', workspace: 'vision', creator: 'mei.chen' },
  { name: 'team-nlp', workspace: 'nlp', creator: 'jonas.weber' },
  { name: 'nlp-notebooks', workspace: 'nlp', creator: 'jonas.weber' },
  { name: 'research-lab', workspace: 'research', creator: 'noor.haddad' },
  { name: 'risk-models', workspace: 'risk', creator: 'li.wei' },
  { name: 'search', workspace: 'search', creator: 'ana.silva' },
  { name: 'speech', workspace: 'speech', creator: 'yuki.tanaka' },
  { name: 'ml-platform', workspace: 'platform', creator: 'admin' },
];

/** What namespaces may ask for; team-nlp is at its end. */
const QUOTAS: readonly Quota[] = [
  quota('team-nlp', 18, 192, 1536),
  quota('team-vision', 12, 128, 1024),
  quota('research-lab', 16, 160, 1280),
  quota('speech', 10, 96, 768),
];

function quota(namespace: string, gpus: number, cores: number, gibibytes: number): Quota {
  const hard = {
    'requests.nvidia.com/gpu': gpus,
    'requests.cpu': cores,
    'requests.memory': gibibytes * 1024 ** 3,
  };
  return { namespace, hard };
}

/** The app that uses most GPUs fails again and again for a quarter of an hour, a bit over an hour ago. */
const withTrouble = (app: WorldApp, now: number): WorldApp =>
  app.name === 'llm-pretrain'
    ? { ...app, trouble: { fromSeconds: now - 75 * MINUTE, toSeconds: now - 60 * MINUTE } }
    : app;

/** How long ago a pod of an app was killed for its memory. */
const KILLS: Readonly<Record<string, readonly number[]>> = {
  'feature-store': [26 * HOUR, 5 * HOUR, 40 * MINUTE],
  'chat-serving': [11 * HOUR, 20 * MINUTE],
};

const withKills = (app: WorldApp, now: number): WorldApp => {
  const ages = KILLS[app.name];
  return ages === undefined ? app : { ...app, killedAt: ages.map((age) => now - age) };
};

/** Somebody tried something this morning, and went to lunch. */
const forgotten = (now: number): WorldApp => ({
  namespace: 'nlp-notebooks',
  name: 'prompt-notebook',
  kind: 'notebook',
  owner: 'StatefulSet',
  resource: 'nvidia.com/gpu',
  count: 1,
  everySeconds: HOUR,
  arrivesAt: [now - 9 * HOUR],
  livesSeconds: [24 * HOUR, 48 * HOUR],
  forgottenAfterSeconds: 1.5 * HOUR,
  users: ['ines.moreau'],
  memory: 0.35,
  nodes: [...SERVE, ...DEV],
});

/** Nobody has eight GPUs free on one node. */
const waiting = (now: number): WorldApp => ({
  namespace: 'research-lab',
  name: 'vlm-pretrain',
  kind: 'training',
  owner: 'Job',
  resource: 'nvidia.com/gpu',
  count: 8,
  everySeconds: HOUR,
  arrivesAt: [now - 50 * MINUTE],
  livesSeconds: [24 * HOUR, 48 * HOUR],
  users: ['lucas.martin'],
  memory: 0.8,
  nodes: TRAIN,
  asks: { cores: 64, gibibytes: 512 },
});

const uuidOf = (node: string, index: number): string =>
  PREVIEW_NODES.find(({ name }) => name === node)?.gpus[index]?.uuid ?? '';

const faults = (now: number): readonly Fault[] => [
  { kind: 'xid', uuid: uuidOf('gpu-h100-4', 0), atSeconds: now - 5 * HOUR, xid: 31 },
  {
    kind: 'xid',
    uuid: uuidOf('gpu-h100-3', 5),
    atSeconds: now - 75 * MINUTE,
    xid: 94,
    breaksMemory: true,
  },
  // What an exporter finds when it starts counts for nothing, so more come while people look.
  ...[4, 8, 15, 30, 60, 120].map((minutes, at) => ({
    kind: 'xid' as const,
    uuid: uuidOf('gpu-h100-3', 5),
    atSeconds: now + minutes * MINUTE,
    xid: at % 2 === 0 ? 48 : 94,
  })),
  {
    kind: 'link',
    uuid: uuidOf('gpu-h100-2', 6),
    fromSeconds: now - 30 * HOUR,
    toSeconds: now + 24 * HOUR,
  },
  {
    kind: 'hot',
    uuid: uuidOf('gpu-h100-1', 3),
    fromSeconds: now - 3 * HOUR,
    toSeconds: now + 24 * HOUR,
  },
];

/**
 * The site that `npm start` shows: eight nodes with 56 GPUs, seven tenants, and among much that goes well a GPU that
 * is held and forgotten, an app that asks for four GPUs and uses one, a hot GPU, a broken one, a pod that waits, a
 * quota that is used up, and an hour ago an app that failed.
 *
 * @param startSeconds when its history begins, seconds since the epoch
 * @param nowSeconds when it is first looked at
 */
export function previewSite(startSeconds: number, nowSeconds: number): WorldSite {
  const apps = [
    ...trainings(startSeconds),
    ...servings(startSeconds),
    ...others(),
    ...services(startSeconds),
    forgotten(nowSeconds),
    waiting(nowSeconds),
  ];
  return {
    cluster: 'demo',
    nodes: PREVIEW_NODES,
    namespaces: NAMESPACES,
    apps: apps.map((app) => withKills(withTrouble(app, nowSeconds), nowSeconds)),
    faults: faults(nowSeconds),
    quotas: QUOTAS,
    stepSeconds: 30,
  };
}
