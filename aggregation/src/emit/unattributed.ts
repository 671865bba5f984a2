import type { AttributedBoard, AttributedLeaf } from '../attribution/attribute.js';
import { ownerKey } from '../attribution/holderKey.js';
import type { Unowned } from '../attribution/split.js';
import type { MetricName } from '../series/catalog.js';
import type { LabelSet, Series } from '../series/series.js';
import type { UnattributedTotal } from '../state/unattributedEnergy.js';
import { boardLabels, leafLabels } from './labels.js';

const REASONS: readonly Unowned[] = ['free', 'unknown', 'overhead'];

/** Whether and to how many a leaf is given, and what of its board's figures is no workload's. */
export function unattributedSeries(
  base: LabelSet,
  attributed: AttributedBoard,
  watts: number | undefined,
): Series[] {
  const labels = boardLabels(base, attributed.board);
  const power = watts === undefined ? {} : scale(attributed.power.rest, watts);
  return [
    ...attributed.leaves.flatMap((leaf) => leafSeries(base, leaf)),
    ...byReason('gpu_unattributed_power_watts', labels, power),
  ];
}

function leafSeries(base: LabelSet, { holding, utilization, memory }: AttributedLeaf): Series[] {
  const labels = leafLabels(base, holding.leaf);
  const holders = new Set(holding.parts.map(({ holder }) => ownerKey(holder))).size;
  const allocated = holding.known ? { free: holding.free } : { unknown: 1 };
  return [
    { metric: 'gpu_slice_ratio', labels, value: holding.leaf.slice },
    ...flag('gpu_allocatable', labels, holding.allocatable),
    ...(holding.known ? [{ metric: 'gpu_holders' as const, labels, value: holders }] : []),
    ...byReason('gpu_unattributed_allocated_ratio', labels, allocated),
    ...byReason('gpu_unattributed_utilization_ratio', labels, utilization?.rest ?? {}),
    ...byReason('gpu_unattributed_memory_used_bytes', labels, memory?.rest ?? {}),
  ];
}

const flag = (metric: MetricName, labels: LabelSet, value: boolean | undefined): Series[] =>
  value === undefined ? [] : [{ metric, labels, value: Number(value) }];

/** Zero parts are left out: a sum over reasons is the same without them. */
function byReason(
  metric: MetricName,
  labels: LabelSet,
  rest: Readonly<Partial<Record<Unowned, number>>>,
): Series[] {
  return REASONS.flatMap((reason) => {
    const value = rest[reason] ?? 0;
    return value === 0 ? [] : [{ metric, labels: { ...labels, reason }, value }];
  });
}

const scale = (rest: Readonly<Record<Unowned, number>>, by: number): Record<Unowned, number> => ({
  free: rest.free * by,
  unknown: rest.unknown * by,
  overhead: rest.overhead * by,
});

export const unattributedEnergySeries = ({ labels, joules }: UnattributedTotal): Series => ({
  metric: 'gpu_unattributed_energy_joules_total',
  labels,
  value: joules,
});
