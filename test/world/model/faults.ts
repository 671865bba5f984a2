import { isIn } from './load.js';
import type { Fault } from './site.js';

/** How a GPU is, by what has gone wrong with it so far. */
export interface Condition {
  readonly isHot: boolean;
  readonly hasBadLink: boolean;
  /** The last XID; 0 for none. */
  readonly xid: number;
  readonly brokenRows: number;
}

const WELL: Condition = { isHot: false, hasBadLink: false, xid: 0, brokenRows: 0 };

/** @param faults of one GPU, the oldest first */
export function conditionOf(faults: readonly Fault[], nowSeconds: number): Condition {
  return faults.reduce((condition, fault) => {
    if (fault.kind === 'hot') return { ...condition, isHot: isIn(fault, nowSeconds) };
    if (fault.kind === 'link') return { ...condition, hasBadLink: isIn(fault, nowSeconds) };
    if (fault.atSeconds > nowSeconds) return condition;
    const brokenRows = condition.brokenRows + (fault.breaksMemory === true ? 1 : 0);
    return { ...condition, xid: fault.xid, brokenRows };
  }, WELL);
}

/** The faults of each GPU, by its uuid. */
export function faultsByGpu(faults: readonly Fault[]): ReadonlyMap<string, readonly Fault[]> {
  const byGpu = new Map<string, Fault[]>();
  for (const fault of faults) {
    byGpu.set(fault.uuid, [...(byGpu.get(fault.uuid) ?? []), fault]);
  }
  return byGpu;
}
