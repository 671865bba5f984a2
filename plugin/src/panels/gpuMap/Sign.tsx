import type { Kind } from './counts.js';

/** Strokes in a square of 12: each state has a shape of its own, so that it is told without colour. */
const SHAPES: Readonly<Partial<Record<Kind, string>>> = {
  // A cross.
  sick: 'M2.5 2.5 L9.5 9.5 M9.5 2.5 L2.5 9.5',
  // Downward chevrons.
  throttled: 'M2 2.5 L6 6 L10 2.5 M2 6.5 L6 10 L10 6.5',
  // A pause.
  heldIdle: 'M4 2 V10 M8 2 V10',
};

export const hasSign = (kind: Kind): boolean => SHAPES[kind] !== undefined;

/** The sign of a state that somebody should look at. */
export function Sign({ kind, color }: { readonly kind: Kind; readonly color: string }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" data-sign={kind}>
      <path d={SHAPES[kind]} stroke={color} strokeWidth="2" fill="none" strokeLinecap="round" />
    </svg>
  );
}
