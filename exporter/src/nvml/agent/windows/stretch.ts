import type { Stretch } from './deviceMean.js';

/** Two stretches, one after the other, as one; what is absent adds nothing. */
export function joinStretches(
  first: Stretch | undefined,
  next: Stretch | undefined,
): Stretch | undefined {
  if (first === undefined || next === undefined) return next ?? first;
  if (next.from > first.to) return next;
  const moments = [...first.moments, ...next.moments.filter((moment) => moment > first.to)];
  return { from: first.from, to: Math.max(first.to, next.to), moments };
}
