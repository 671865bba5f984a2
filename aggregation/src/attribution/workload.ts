import type { Holder } from './claim.js';
import type { AttributedBoard, AttributedLeaf } from './attribute.js';
import { holderKey } from './holderKey.js';
import type { Leaf } from './leaf.js';
import { leafKey } from './leaf.js';
import type { Method } from './split.js';

/** One holder on one leaf with its part of each figure. */
export interface Workload {
  /** Names the workload as long as it holds the leaf. */
  readonly key: string;
  readonly leaf: Leaf;
  readonly holder: Holder;
  readonly alone: boolean;
  /** 0–1 of the leaf. */
  readonly allocated: number;
  /** Part of the leaf's utilisation, 0–1. */
  readonly utilization?: number;
  readonly memoryBytes?: number;
  /** Fraction of the board's power and energy. */
  readonly powerFraction: number;
  readonly utilizationMethod?: Method;
  readonly memoryMethod?: Method;
  readonly powerMethod: Method;
}

/** The workloads of a board, in the order of its leaves. */
export function workloadsOf(attributed: AttributedBoard): Workload[] {
  return attributed.leaves.flatMap((leaf, i) =>
    leaf.holding.parts.map((part, j) => ({
      key: `${leafKey(leaf.holding.leaf)}/${holderKey(part.holder)}`,
      leaf: leaf.holding.leaf,
      holder: part.holder,
      alone: leaf.holding.alone,
      allocated: part.allocated,
      ...figurePart('utilization', leaf, j),
      ...figurePart('memory', leaf, j),
      powerFraction: attributed.power.parts[i]?.[j] ?? 0,
      powerMethod: powerMethod(attributed, leaf),
    })),
  );
}

function figurePart(
  figure: 'utilization' | 'memory',
  leaf: AttributedLeaf,
  index: number,
): Partial<Workload> {
  const split = leaf[figure];
  if (split === undefined) return {};
  const value = split.parts[index] ?? 0;
  return figure === 'utilization'
    ? { utilization: value, utilizationMethod: split.method }
    : { memoryBytes: value, memoryMethod: split.method };
}

/** A board of one's own draws one's own power; otherwise it is as good as the utilisation that it follows. */
function powerMethod(attributed: AttributedBoard, leaf: AttributedLeaf): Method {
  if (leaf.holding.alone && attributed.leaves.length === 1 && leaf.holding.leaf.slice === 1) {
    return 'exclusive';
  }
  return leaf.utilization?.method === 'process' ? 'process' : 'share';
}
