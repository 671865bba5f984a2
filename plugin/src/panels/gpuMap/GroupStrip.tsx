import { useMemo, useState } from 'react';
import type { MouseEvent } from 'react';
import type { NodePlace } from '../shared/nodeNames.js';
import type { TipAt } from '../shared/Tip.js';
import { Tip } from '../shared/Tip.js';
import type { Cell } from './cell.js';
import { CellTip } from './CellTip.js';
import type { CellColors } from './colors.js';
import { cellsOf, kindOf } from './counts.js';
import type { MapGroup } from './groups.js';
import { hasSign } from './Sign.js';
import { squareAt, stripLayout, stripPaths } from './strip.js';

interface GroupStripProps {
  readonly group: MapGroup;
  readonly width: number;
  readonly colorsOf: (cell: Cell) => CellColors;
  readonly nodeName: (place: NodePlace) => string;
}

interface Under {
  readonly cell: Cell;
  readonly at: TipAt;
}

/** What is the matter with a cell comes before how busy it is: there is no room for signs. */
const squareColor = (cell: Cell, { sign, background, frame }: CellColors): string => {
  if (hasSign(kindOf(cell))) return sign;
  return background === 'transparent' ? frame : background;
};

/** Every cell of a closed group as a small square, the worst nodes first. */
export function GroupStrip({ group, width, colorsOf, nodeName }: GroupStripProps) {
  const [under, point] = useState<Under>();
  const cells = useMemo(() => cellsOf(group.nodes), [group]);
  const layout = useMemo(() => stripLayout(cells.length, width), [cells, width]);
  const paths = useMemo(
    () => stripPaths(cells, layout, (cell) => squareColor(cell, colorsOf(cell))),
    [cells, layout, colorsOf],
  );
  const onMouseMove = ({ clientX, clientY, currentTarget }: MouseEvent) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const cell = cells[squareAt(clientX - left, clientY - top, layout)];
    point(cell && { cell, at: { x: clientX, y: clientY } });
  };
  return (
    <>
      <svg
        aria-hidden="true"
        data-testid="gpuscope-strip"
        width={width}
        height={layout.height}
        onMouseMove={onMouseMove}
        onMouseLeave={() => point(undefined)}
      >
        {paths.map(({ color, d }) => (
          <path key={color} d={d} fill={color} />
        ))}
      </svg>
      {under !== undefined && (
        <Tip at={under.at}>
          <CellTip
            cell={under.cell}
            nodeName={nodeName(under.cell)}
            nowMs={Date.now()}
            isLink={false}
          />
        </Tip>
      )}
    </>
  );
}
