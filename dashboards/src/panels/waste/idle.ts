import { sumBy } from '../../promql/expr.js';
import { HOLDER, lastActive } from '../../promql/lastActive.js';
import { select } from '../../promql/select.js';

/** How long a GPU lies unused before it is called waste, seconds. */
export const IDLE = { hours: 7200, day: 86_400, week: 604_800 } as const;

const allocated = (scope: string): string => select('gpu_workload_allocated_gpus', scope);

export const heldBy = (scope: string, labels: readonly string[] = []): string =>
  sumBy(labels, allocated(scope));

/** GPUs of a scope that nobody has used for so long; 0 where all that is held is used. */
export const idleBy = (scope: string, seconds: number, labels: readonly string[] = []): string => {
  const unused = `time() - ${lastActive(scope)} > bool ${String(seconds)}`;
  return sumBy(labels, `${allocated(scope)} * on (${HOLDER}) (${unused})`);
};
