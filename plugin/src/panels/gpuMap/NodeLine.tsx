import { memo } from 'react';
import { follow, hrefOf } from '../shared/links.js';
import type { UrlTo } from '../shared/links.js';
import type { NodePlace } from '../shared/nodeNames.js';
import type { Cell, MapNode } from './cell.js';
import { isOf } from './cell.js';
import type { CellColors } from './colors.js';
import type { MapLayout } from './layout.js';
import { boardAt } from './layout.js';
import { MapCell } from './MapCell.js';
import { slicesIn } from './slices.js';
import type { MapStyles } from './styles.js';
import { cellUrl, nodeUrl } from './urls.js';

export interface NodeLineProps {
  readonly node: MapNode;
  readonly row: number;
  readonly idOf: (row: number, column: number) => string;
  readonly layout: MapLayout;
  readonly colorsOf: (cell: Cell) => CellColors;
  readonly urlTo: UrlTo;
  /** Column that the keys are at; undefined where they are in another line. */
  readonly active: number | undefined;
  /** The tenant to be picked out; undefined for all. */
  readonly tenant: string | undefined;
  /** What a node is called on this map. */
  readonly nodeName: (place: NodePlace) => string;
  readonly styles: MapStyles;
}

/** The first column of each board; column 0 is the node's name. */
function firstColumns({ boards }: MapNode): readonly number[] {
  let next = 1;
  return boards.map(({ cells }) => {
    const first = next;
    next += cells.length;
    return first;
  });
}

function Boards(props: NodeLineProps) {
  const { node, row, idOf, layout, colorsOf, urlTo, active, tenant, styles } = props;
  const starts = firstColumns(node);
  const { boardWidth, boardHeight } = layout;
  return node.boards.map((board, index) => (
    <div
      key={board.gpu}
      role="presentation"
      className={styles.board}
      style={{ ...boardAt(index, layout), width: boardWidth, height: boardHeight }}
    >
      {slicesIn(board).map(({ cell, from, width }, at) => {
        const column = (starts[index] ?? 1) + at;
        return (
          <MapCell
            key={cell.key}
            id={idOf(row, column)}
            place={`${row}:${column}`}
            cell={cell}
            left={Math.round(from * boardWidth)}
            width={Math.max(Math.round(width * boardWidth) - (width < 1 ? 1 : 0), 3)}
            colors={colorsOf(cell)}
            url={cellUrl(urlTo, cell)}
            isActive={active === column}
            isFaded={tenant !== undefined && !isOf(cell, tenant)}
            styles={styles}
          />
        );
      })}
    </div>
  ));
}

/** A node's name and its boards. */
export const NodeLine = memo(function NodeLine(props: NodeLineProps) {
  const { node, row, idOf, layout, urlTo, active, nodeName, styles } = props;
  const name = nodeName(node);
  const url = nodeUrl(urlTo, node);
  return (
    <>
      <a
        id={idOf(row, 0)}
        role="rowheader"
        tabIndex={-1}
        href={hrefOf(url)}
        title={name}
        data-place={`${row}:0`}
        className={active === 0 ? `${styles.label} ${styles.active}` : styles.label}
        style={{ width: layout.labelWidth, lineHeight: `${layout.boardHeight}px` }}
        onClick={(event) => follow(event, url)}
      >
        {name}
      </a>
      <div role="presentation" className={styles.boards}>
        <Boards {...props} />
      </div>
    </>
  );
});
