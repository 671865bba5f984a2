import type { Cell, MapNode } from './cell.js';

/** What is counted on a map; `unmeasured`: somebody has it, and nobody measures its use. */
export type Kind = 'sick' | 'throttled' | 'heldIdle' | 'busy' | 'light' | 'unmeasured' | 'free';

/** The worst first. */
export const KINDS: readonly Kind[] = [
  'sick',
  'throttled',
  'heldIdle',
  'busy',
  'light',
  'unmeasured',
  'free',
];

export type Counts = Readonly<Record<Kind, number>>;

const HALF = 0.5;

export function kindOf({ state, busy }: Cell): Kind {
  if (state !== 'plain') return state;
  if (Number.isNaN(busy)) return 'unmeasured';
  return busy >= HALF ? 'busy' : 'light';
}

/** How many devices are in which state. */
export function countCells(cells: readonly Cell[]): Counts {
  const counts: Record<Kind, number> = {
    sick: 0,
    throttled: 0,
    heldIdle: 0,
    busy: 0,
    light: 0,
    unmeasured: 0,
    free: 0,
  };
  for (const cell of cells) counts[kindOf(cell)] += 1;
  return counts;
}

export const cellsOf = (nodes: readonly MapNode[]): readonly Cell[] =>
  nodes.flatMap(({ boards }) => boards.flatMap(({ cells }) => cells));

/** The part of the time in which the measured devices worked; NaN where none is measured. */
export function meanBusy(cells: readonly Cell[]): number {
  const figures = cells.map(({ busy }) => busy).filter(Number.isFinite);
  return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}

/** Sorts the worse first: more sick ones, then more throttled, then more that are held for nothing. */
export const byWorst = (a: Counts, b: Counts): number =>
  b.sick - a.sick || b.throttled - a.throttled || b.heldIdle - a.heldIdle;
