import { groupBy } from '../../groupBy.js';
import type { DcgmField } from './field.js';
import type { Figure } from './figure.js';
import { byId, byText } from '../order.js';

/**
 * A field that is a state of the board, by board. An instance's line counts as the board's: the first that is not 0, from
 * the board's own line on, since an instance's XID error is the board's too.
 */
export function statesOf(figures: readonly Figure[], field: DcgmField): Map<string, number> {
  const lines = figures.filter((figure) => figure.field === field);
  const byBoard = [...groupBy(lines, ({ labels }) => labels.uuid)];
  return new Map(
    byBoard
      .sort(([a], [b]) => byText(a, b))
      .map(([uuid, same]) => [uuid, same.sort(byLine).find(({ value }) => value > 0)?.value ?? 0]),
  );
}

const byLine = (a: Figure, b: Figure): number =>
  a.rank - b.rank || byId(a.labels.gpuInstance, b.labels.gpuInstance) || a.value - b.value;
