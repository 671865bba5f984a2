import type { RecordingRule, RuleGroup } from '../rule.js';

/** Who is added up over what. `cluster` stands first everywhere and is empty where nobody sets it. */
const LEVELS = {
  tenant: ['cluster', 'tenant'],
  app: ['cluster', 'tenant', 'namespace', 'app'],
  user: ['cluster', 'tenant', 'user'],
  node: ['cluster', 'node'],
  cluster: ['cluster'],
} as const;

const FIGURES = [
  'gpu_workload_allocated_gpus',
  'gpu_workload_used_gpus',
  'gpu_workload_memory_used_bytes',
  'gpu_workload_power_watts',
] as const;

const sums = Object.entries(LEVELS).flatMap(([level, labels]): RecordingRule[] =>
  FIGURES.map((figure) => ({
    record: `${level}:${figure}:sum`,
    expr: `sum by (${labels.join(', ')}) (${figure})`,
  })),
);

const boards = (['node', 'cluster'] as const).map((level) => ({
  record: `${level}:gpus:count`,
  expr: `count by (${LEVELS[level].join(', ')}) (gpu_info)`,
}));

/** GPUs held and used, memory and power, added up per tenant, app, user, node and cluster. */
export const GPU_SUMS: RuleGroup = { name: 'gpuscope-gpu', rules: [...sums, ...boards] };
