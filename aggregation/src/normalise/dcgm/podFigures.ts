import { groupBy } from '../../groupBy.js';
import type { HolderFigure, LeafId } from '../telemetry.js';
import type { DropTally } from '../dropTally.js';
import type { Clamp, Figure } from './figure.js';

/**
 * One figure per pod from the lines of one field on one leaf. A line per container and per replica repeats the pod's
 * value, so that the container is left empty; should they differ, the lowest stands and the others are duplicates.
 */
export function podFigures(
  lines: readonly Figure[],
  leaf: LeafId,
  clamp: Clamp,
  drops: DropTally,
): HolderFigure[] {
  const byPod = groupBy(lines, ({ labels }) =>
    JSON.stringify([labels.holder?.namespace, labels.holder?.pod]),
  );
  return [...byPod.values()].flatMap((same) => {
    const first = [...same].sort((a, b) => a.value - b.value)[0];
    const holder = first?.labels.holder;
    if (first?.field.perPod === undefined || holder === undefined) return [];
    const differing = same.filter(({ value }) => value !== first.value).length;
    drops.add(first.field.field, 'duplicate', differing);
    const { namespace, pod } = holder;
    const metric = first.field.perPod;
    return [{ ...leaf, namespace, pod, container: '', metric, value: clamp.apply(first) }];
  });
}
