import { inkOn } from '../shared/ink.js';
import type { Kind } from './counts.js';

/** Strokes in a square of 14: each state has a shape of its own, so that it is told without colour. */
const SHAPES: Readonly<Partial<Record<Kind, string>>> = {
  // A cross.
  sick: 'M4 4 L10 10 M10 4 L4 10',
  // Downward chevrons.
  throttled: 'M3.5 4 L7 7 L10.5 4 M3.5 7.5 L7 10.5 L10.5 7.5',
  // A pause.
  heldIdle: 'M5 4 V10 M9 4 V10',
};

export const hasSign = (kind: Kind): boolean => SHAPES[kind] !== undefined;

interface SignProps {
  readonly kind: Kind;
  /** Of the ground; the strokes are black or white upon it. */
  readonly color: string;
}

/** The sign of a state that somebody should look at. */
export function Sign({ kind, color }: SignProps) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" data-sign={kind}>
      <rect width="14" height="14" rx="3" fill={color} />
      <path
        d={SHAPES[kind]}
        stroke={inkOn(color)}
        strokeWidth="2"
        fill="none"
        strokeLinecap="round"
      />
    </svg>
  );
}
