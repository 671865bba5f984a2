/** Radii are parts of the drawing's half width. */
export interface Band {
  readonly radius: number;
  readonly width: number;
}

/** Given out outside, used inside: the same angle means the same amount, so the gap between both is seen. */
export const BANDS: Readonly<Record<'outer' | 'inner' | 'gap', Band>> = {
  outer: { radius: 44, width: 9 },
  inner: { radius: 32, width: 11 },
  /** What is given out and does not work: a thin line where the inner ring would go on. */
  gap: { radius: 32, width: 2.5 },
};

const point = (radius: number, turn: number): string => {
  const angle = (turn - 0.25) * 2 * Math.PI;
  const at = (value: number) => (50 + radius * value).toFixed(3);
  return `${at(Math.cos(angle))} ${at(Math.sin(angle))}`;
};

/** A share between nothing and all; what is not known is nothing. */
export const shareOf = (part: number, whole: number): number =>
  whole > 0 && part > 0 ? Math.min(part / whole, 1) : 0;

/**
 * An arc in a drawing of 100 × 100, clockwise from 12 o'clock.
 *
 * @param from share of the circle at which it starts
 * @param to at which it ends; a whole circle is drawn as two halves, for an arc that ends where it starts is none
 * @returns the path's `d`, empty where nothing is to be drawn
 */
export function arcPath(radius: number, from: number, to: number): string {
  const sweep = to - from;
  if (!(sweep > 0)) return '';
  const arc = (end: number, isLarge: boolean) =>
    `A ${radius} ${radius} 0 ${isLarge ? 1 : 0} 1 ${point(radius, end)}`;
  const start = `M ${point(radius, from)}`;
  if (sweep >= 1) return `${start} ${arc(from + 0.5, false)} ${arc(from + 1, false)}`;
  return `${start} ${arc(to, sweep > 0.5)}`;
}
