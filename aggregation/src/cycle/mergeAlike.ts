import { leafKey } from '../attribution/leaf.js';
import type { Workload } from '../attribution/workload.js';
import { groupBy, sumOf } from '../groupBy.js';
import type { Names } from './names.js';

/**
 * Workloads outside of pods that the rules give the same names, in the same job and unit, are one: their series would
 * else share all labels. Containers have names of their own.
 */
export function mergeAlike(workloads: readonly Workload[], names: Names): Workload[] {
  const alike = groupBy(workloads, (workload) =>
    workload.holder.kind === 'pod' ? workload.key : likeness(workload, names),
  );
  return [...alike].flatMap(([key, same]) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, ...(same.length > 1 && summed(same)), key }];
  });
}

function likeness({ leaf, holder }: Workload, names: Names): string {
  const { tenant, app, user } = names.of(holder);
  const { job, unit } = holder.kind === 'local' ? holder : { job: '', unit: '' };
  return `${leafKey(leaf)}/${JSON.stringify([tenant, app, user, job, unit])}`;
}

/** The parts of one figure are found in one way, so that all of them have it or none has. */
function summed(same: readonly Workload[]): Partial<Workload> {
  const total = (figure: 'utilization' | 'memoryBytes'): number | undefined =>
    same.some((one) => one[figure] !== undefined)
      ? sumOf(same, (one) => one[figure] ?? 0)
      : undefined;
  const utilization = total('utilization');
  const memoryBytes = total('memoryBytes');
  return {
    allocated: sumOf(same, ({ allocated }) => allocated),
    powerFraction: sumOf(same, ({ powerFraction }) => powerFraction),
    ...(utilization === undefined ? {} : { utilization }),
    ...(memoryBytes === undefined ? {} : { memoryBytes }),
  };
}
