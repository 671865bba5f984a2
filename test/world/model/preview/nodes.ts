import { A100, gpu, H100, mig, type WorldGpu, type WorldNode } from '../hardware.js';

const WHOLE = { kind: 'whole' } as const;
const SHARED = { kind: 'shared', replicas: 4 } as const;

/** Boards with room below their cap. */
const NEVER_CAPPED = 2;

const cool = (one: WorldGpu): WorldGpu => ({ ...one, capsAbove: NEVER_CAPPED });

const h100s = (node: number): WorldGpu[] =>
  Array.from({ length: 8 }, (_, index) => cool(gpu(node, index, H100, WHOLE)));

/** Somebody has set a low cap on one board, and it is held back whenever it works. */
const withLowCap = (gpus: readonly WorldGpu[]): WorldGpu[] =>
  gpus.map((one, index) => (index === 2 ? { ...one, capsAbove: 0.8 } : one));

/** Large instances, small ones, and both. */
const CUTS = [
  ['3g.40gb', '2g.20gb', '1g.10gb', '1g.10gb'],
  ['2g.20gb', '2g.20gb', '2g.20gb', '1g.10gb'],
] as const;

/** Where the nodes of the preview stand: 32 H100 for training, 24 A100 whole, cut and shared. */
export const PREVIEW_NODES: readonly WorldNode[] = [
  { name: 'gpu-h100-1', pool: 'train', rack: 'a1', gpus: h100s(11) },
  { name: 'gpu-h100-2', pool: 'train', rack: 'a1', gpus: h100s(12) },
  { name: 'gpu-h100-3', pool: 'train', rack: 'a2', gpus: withLowCap(h100s(13)) },
  { name: 'gpu-h100-4', pool: 'train', rack: 'a2', gpus: h100s(14) },
  {
    name: 'gpu-a100-1',
    pool: 'serve',
    rack: 'b1',
    gpus: [
      ...[0, 1, 2, 3].map((i) => cool(gpu(21, i, A100, mig(21, i, CUTS[i % 2] ?? [])))),
      ...[4, 5, 6, 7].map((i) => cool(gpu(21, i, A100, WHOLE))),
    ],
  },
  {
    name: 'gpu-a100-2',
    pool: 'serve',
    rack: 'b1',
    gpus: [
      ...[0, 1, 2].map((i) => cool(gpu(22, i, A100, SHARED))),
      ...[3, 4, 5, 6, 7].map((i) => cool(gpu(22, i, A100, WHOLE))),
    ],
  },
  {
    name: 'gpu-a100-3',
    pool: 'dev',
    rack: 'b2',
    gpus: [0, 1, 2, 3].map((i) => cool(gpu(23, i, A100, SHARED))),
  },
  {
    name: 'gpu-a100-4',
    pool: 'dev',
    rack: 'b2',
    gpus: [
      ...[0, 1].map((i) => cool(gpu(24, i, A100, mig(24, i, CUTS[i] ?? [])))),
      ...[2, 3].map((i) => cool(gpu(24, i, A100, WHOLE))),
    ],
  },
];

export const TRAIN = PREVIEW_NODES.filter(({ pool }) => pool === 'train').map(({ name }) => name);
export const SERVE = PREVIEW_NODES.filter(({ pool }) => pool === 'serve').map(({ name }) => name);
export const DEV = PREVIEW_NODES.filter(({ pool }) => pool === 'dev').map(({ name }) => name);
