import { orZero, sumBy } from './expr.js';
import { ON_NODES, select } from './select.js';

/** Labels that name a device or instance. */
const LEAF = ['cluster', 'node', 'gpu', 'uuid', 'gpu_instance'] as const;

/** Physical GPUs, whether they are cut into instances or not. */
export const gpuBoards = select('gpu_info', ON_NODES);

export const gpusTotal = `count(${gpuBoards})`;

export const gpusHeld = orZero(
  sumBy([], select('gpu_workload_allocated_gpus', ON_NODES)),
  gpuBoards,
);

export const gpusUsed = orZero(sumBy([], select('gpu_workload_used_gpus', ON_NODES)), gpuBoards);

const slice = select('gpu_slice_ratio', ON_NODES);

/** A figure of each device or instance, weighted by its part of the board. */
export const weighted = (leafFigure: string): string =>
  `${leafFigure} * on (${LEAF.join(', ')}) ${slice}`;

/** What `reason` says of GPUs that no workload holds: `free` or `unknown`. */
export const gpusUnheld = (reason: 'free' | 'unknown'): string =>
  orZero(
    sumBy([], weighted(select('gpu_unattributed_allocated_ratio', ON_NODES, `reason="${reason}"`))),
    gpuBoards,
  );
