import { sumOf } from '../groupBy.js';
import type { Holder } from './claim.js';
import type { HeldFigures, OwnedFigure } from './heldFigures.js';
import { holderKey } from './holderKey.js';
import type { HeldPart, Holding } from './holding.js';

/**
 * A figure divided among the parts of a holding: its holder's own part; of a pod, if the figure names no container that
 * holds, the pod's containers by what they hold; of local processes, the machine that is held as a whole. Undefined where
 * the figure's holder holds nothing here.
 */
export function divide(
  { holder, value }: OwnedFigure,
  parts: readonly HeldPart[],
): readonly number[] | undefined {
  if (holder === undefined) return undefined;
  const key = holderKey(holder);
  const exact = parts.findIndex((part) => holderKey(part.holder) === key);
  if (exact >= 0) return parts.map((_, i) => (i === exact ? value : 0));
  const related = parts.map((part) => isRelated(part.holder, holder));
  const count = related.filter((one) => one).length;
  if (count === 0) return undefined;
  const held = sumOf(parts, (part) => (isRelated(part.holder, holder) ? part.allocated : 0));
  return parts.map(({ allocated }, i) => {
    if (related[i] !== true) return 0;
    return value * (held > 0 ? allocated / held : 1 / count);
  });
}

function isRelated(held: Holder, holder: Holder): boolean {
  if (held.kind === 'pod' && holder.kind === 'pod') {
    return held.namespace === holder.namespace && held.pod === holder.pod;
  }
  return held.kind === 'host' && holder.kind === 'local' && held.host === holder.host;
}

/**
 * How much of a leaf's figure is not its holders', as far as processes tell. Where the device was given to its holders,
 * processes that could not be placed are taken for theirs; where they are known only by their processes, others may be
 * there too. A machine that is held as a whole has no strangers.
 */
export function strangersFigure(
  { parts, byUse, alone }: Holding,
  { by, figures }: HeldFigures,
): number {
  if (by !== 'process' || (alone && parts[0]?.holder.kind === 'host')) return 0;
  return sumOf(figures, (figure) => {
    if (figure.holder === undefined && alone && !byUse) return 0;
    return divide(figure, parts) === undefined ? figure.value : 0;
  });
}
