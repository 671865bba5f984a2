import type { LoadKind, WorldApp } from '../site.js';
import { DEV, SERVE, TRAIN } from './nodes.js';

const HOUR = 3600;

type More = Partial<Omit<WorldApp, 'namespace' | 'name' | 'kind'>>;

const GPU = 'nvidia.com/gpu';
const SHARED = 'nvidia.com/gpu.shared';
const MIG = (profile: string): string => `nvidia.com/mig-${profile}`;

const OWNERS = {
  training: 'Job',
  batch: 'Job',
  notebook: 'StatefulSet',
  serving: 'Deployment',
  service: 'Deployment',
} as const;

function app(namespace: string, name: string, kind: LoadKind, more: More): WorldApp {
  return {
    namespace,
    name,
    kind,
    owner: OWNERS[kind],
    resource: GPU,
    count: 1,
    everySeconds: HOUR,
    livesSeconds: [HOUR, 4 * HOUR],
    users: [],
    memory: 0.6,
    ...more,
  };
}

/** So many pods from the beginning on, for good. */
const steady = (startSeconds: number, pods: number): More => ({
  arrivesAt: Array.from({ length: pods }, (_, i) => startSeconds + 5 * i),
  livesSeconds: [1e9, 1e9],
});

const hours = (every: number, lives: readonly [number, number], atMost: number): More => ({
  everySeconds: every * HOUR,
  livesSeconds: [lives[0] * HOUR, lives[1] * HOUR],
  atMost,
});

/** Those that train: on H100 mostly. */
export const trainings = (start: number): readonly WorldApp[] => [
  app('team-nlp', 'llm-pretrain', 'training', {
    ...steady(start, 2),
    ...{ count: 8, memory: 0.88, nodes: TRAIN, users: ['sara.lind'], talks: 4 },
    asks: { cores: 64, gibibytes: 512 },
  }),
  app('team-vision', 'segment-train', 'training', {
    ...steady(start + 60, 1),
    ...{ count: 4, uses: 1, memory: 0.45, nodes: TRAIN, users: ['raj.patel'] },
    asks: { cores: 32, gibibytes: 256 },
  }),
  app('research-lab', 'paper-notebook', 'notebook', {
    ...steady(start + 4 * HOUR, 1),
    ...{ memory: 0.42, nodes: TRAIN, users: ['noor.haddad'] },
    forgottenAfterSeconds: 2 * HOUR,
  }),
  app('team-nlp', 'llm-finetune', 'training', {
    ...hours(0.5, [1, 4], 1),
    ...{ count: 2, memory: 0.82, nodes: TRAIN, users: ['sara.lind', 'tom.okafor'] },
    asks: { cores: 16, gibibytes: 128 },
  }),
  app('team-vision', 'detector-train', 'training', {
    ...hours(1.5, [2, 5], 2),
    ...{ count: 2, nodes: TRAIN, users: ['mei.chen', 'raj.patel'] },
    asks: { cores: 16, gibibytes: 128 },
  }),
  app('research-lab', 'diffusion-train', 'training', {
    ...hours(2, [3, 8], 1),
    ...{ count: 4, memory: 0.74, nodes: TRAIN, users: ['noor.haddad', 'lucas.martin'] },
    asks: { cores: 32, gibibytes: 256 },
  }),
  app('speech', 'asr-train', 'training', {
    ...hours(1, [2, 6], 2),
    ...{ count: 2, memory: 0.7, nodes: [...SERVE, ...DEV], users: ['yuki.tanaka'] },
    asks: { cores: 12, gibibytes: 96 },
  }),
];

/** Those that answer requests. */
export const servings = (start: number): readonly WorldApp[] => [
  app('speech', 'asr-serving', 'serving', {
    ...steady(start, 3),
    ...{ memory: 0.5, nodes: SERVE, talks: 2 },
  }),
  app('ml-platform', 'chat-serving', 'serving', {
    ...steady(start + 20, 1),
    ...{ count: 2, memory: 0.92, nodes: SERVE },
    asks: { cores: 16, gibibytes: 128 },
  }),
  app('search', 'vector-index', 'serving', { ...steady(start + 25, 1), memory: 0.3, nodes: SERVE }),
  app('search', 'ranker', 'serving', {
    ...steady(start, 4),
    ...{ resource: SHARED, memory: 0.2, effort: 0.35, nodes: SERVE },
  }),
  app('search', 'embedder', 'serving', {
    ...steady(start, 2),
    ...{ resource: MIG('2g.20gb'), memory: 0.55 },
  }),
  app('speech', 'tts-serving', 'serving', {
    ...steady(start, 2),
    ...{ resource: SHARED, memory: 0.15, effort: 0.3, nodes: SERVE },
  }),
  app('risk-models', 'fraud-scoring', 'serving', {
    ...steady(start, 2),
    ...{ resource: MIG('1g.10gb'), memory: 0.6 },
  }),
  app('team-vision', 'label-assist', 'serving', {
    ...hours(2, [3, 9], 2),
    ...{ resource: MIG('2g.20gb'), memory: 0.5 },
  }),
];

/** Notebooks and small jobs that come and go. */
export const others = (): readonly WorldApp[] => [
  app('nlp-notebooks', 'notebook', 'notebook', {
    ...hours(0.7, [0.5, 6], 6),
    ...{ resource: SHARED, memory: 0.14, effort: 0.3, nodes: DEV },
    users: ['sara.lind', 'tom.okafor', 'ines.moreau', 'jonas.weber'],
  }),
  app('research-lab', 'sweep-agent', 'batch', {
    ...hours(0.4, [0.2, 2], 4),
    ...{
      resource: SHARED,
      memory: 0.18,
      effort: 0.25,
      nodes: DEV,
      users: ['lucas.martin', 'noor.haddad'],
    },
  }),
  app('risk-models', 'ocr-batch', 'batch', {
    ...hours(0.15, [0.05, 0.5], 4),
    ...{ resource: MIG('1g.10gb'), memory: 0.4, users: ['li.wei', 'zhang.min'] },
    asks: { cores: 4, gibibytes: 16 },
  }),
  app('ml-platform', 'eval-harness', 'batch', {
    ...hours(0.5, [0.2, 1], 2),
    ...{ resource: MIG('3g.40gb'), memory: 0.7, users: ['admin', 'oleg.petrov'] },
  }),
];

const plain = { resource: '', count: 0, memory: 0, talks: 3 } as const;

/** Those that hold no GPU, and log all the more. */
export const services = (start: number): readonly WorldApp[] => [
  app('search', 'orders-api', 'service', {
    ...{ ...steady(start, 3), ...plain, voice: 'java' },
    asks: { cores: 2, gibibytes: 4 },
  }),
  app('search', 'gateway', 'service', {
    ...{ ...steady(start, 2), ...plain, voice: 'nginx' },
    asks: { cores: 1, gibibytes: 1 },
  }),
  app('search', 'feature-store', 'service', {
    ...{ ...steady(start, 2), ...plain, voice: 'java' },
    asks: { cores: 4, gibibytes: 16 },
  }),
  app('ml-platform', 'queue-controller', 'service', {
    ...{ ...steady(start, 1), ...plain, voice: 'klog' },
    asks: { cores: 1, gibibytes: 2 },
  }),
  app('risk-models', 'orders-api', 'service', {
    ...{ ...steady(start, 1), ...plain, voice: 'java' },
    asks: { cores: 2, gibibytes: 4 },
  }),
];
