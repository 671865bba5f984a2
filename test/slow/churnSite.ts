import { gpu, H100 } from '../world/model/hardware.js';
import type { WorldApp, WorldSite } from '../world/model/site.js';

const app = (
  namespace: string,
  name: string,
  count: number,
  everySeconds: number,
  users: readonly string[],
): WorldApp => ({
  namespace,
  name,
  owner: 'Job',
  kind: 'batch',
  resource: 'nvidia.com/gpu',
  count,
  everySeconds,
  livesSeconds: [60, 3600],
  users,
  memory: 0.5,
});

/** 64 GPUs on eight nodes, most of them held by pods that live from a minute to an hour. */
export const CHURN_SITE: WorldSite = {
  cluster: 'churn',
  nodes: Array.from({ length: 8 }, (_, node) => ({
    name: `node-${String(node + 1)}`,
    pool: 'churn',
    rack: `r${String(node % 2)}`,
    gpus: Array.from({ length: 8 }, (_gpu, index) => gpu(node + 1, index, H100, { kind: 'whole' })),
  })),
  namespaces: [
    { name: 'team-a', workspace: 'a', creator: 'ana' },
    { name: 'team-b', workspace: 'b', creator: 'bo' },
    { name: 'team-c', workspace: 'c', creator: 'chen' },
  ],
  apps: [
    app('team-a', 'ocr', 1, 120, ['ana', 'ali']),
    app('team-a', 'resize', 1, 150, []),
    app('team-b', 'train', 2, 300, ['bo']),
    app('team-b', 'eval', 1, 200, ['bo', 'bea']),
    app('team-c', 'sweep', 1, 180, ['chen']),
    app('team-c', 'pretrain', 4, 900, []),
  ],
};
