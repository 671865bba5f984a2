import type { NodePlace } from '../shared/nodeNames.js';
import { Tip } from '../shared/Tip.js';
import type { Pointed } from '../shared/useGrid.js';
import { CellTip } from './CellTip.js';
import type { MapItem } from './items.js';
import { cellsOfNode } from './items.js';

interface CellUnderProps {
  readonly pointed: Pointed;
  readonly items: readonly MapItem[];
  readonly nodeName: (place: NodePlace) => string;
}

/** What there is to say of the cell under the pointer or in focus; of names and headings nothing. */
export function CellUnder({ pointed: { place, at }, items, nodeName }: CellUnderProps) {
  const item = items[place.row];
  const cell = item?.kind === 'node' ? cellsOfNode(item.node)[place.column - 1] : undefined;
  return cell === undefined ? null : (
    <Tip at={at}>
      <CellTip cell={cell} nodeName={nodeName(cell)} nowMs={Date.now()} />
    </Tip>
  );
}
