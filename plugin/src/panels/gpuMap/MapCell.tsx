import type { MouseEvent } from 'react';
import { follow, hrefOf } from '../shared/links.js';
import type { Cell } from './cell.js';
import { isShared } from './cell.js';
import type { CellColors } from './colors.js';
import { kindOf } from './counts.js';
import { hasSign, Sign } from './Sign.js';
import type { MapStyles } from './styles.js';
import { busyFigure, cellSentence } from './words.js';

/** Pixels that a figure of two digits takes, and that one takes with a sign. */
const FIGURE_WIDTH = 22;
const BOTH_WIDTH = 42;

export interface MapCellProps {
  readonly id: string;
  /** `row:column`, by which pointer and keys find it. */
  readonly place: string;
  readonly cell: Cell;
  readonly left: number;
  readonly width: number;
  readonly colors: CellColors;
  readonly url: string;
  readonly isActive: boolean;
  readonly isFaded: boolean;
  readonly styles: MapStyles;
}

function classesOf({ cell, isActive, isFaded, styles }: MapCellProps): string {
  const classes = [
    styles.cell,
    cell.state === 'free' && styles.free,
    isShared(cell) && styles.shared,
    isFaded && styles.faded,
    isActive && styles.active,
  ];
  return classes.filter(Boolean).join(' ');
}

/** A GPU or MIG instance: filled by how busy it is, framed by whose it is, signed where something is the matter. */
export function MapCell(props: MapCellProps) {
  const { id, place, cell, left, width, colors, url } = props;
  const kind = kindOf(cell);
  const signed = hasSign(kind);
  const isWritten = !Number.isNaN(cell.busy) && width >= (signed ? BOTH_WIDTH : FIGURE_WIDTH);
  return (
    <a
      id={id}
      role="gridcell"
      tabIndex={-1}
      href={hrefOf(url)}
      data-place={place}
      aria-label={cellSentence(cell)}
      className={classesOf(props)}
      style={{
        left,
        width,
        background: colors.background,
        color: colors.text,
        borderColor: colors.frame,
      }}
      onClick={(event: MouseEvent) => follow(event, url)}
    >
      {signed && <Sign kind={kind} color={colors.sign} />}
      {isWritten && cell.state !== 'free' && busyFigure(cell)}
    </a>
  );
}
