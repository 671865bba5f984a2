const formats = new Map<number, Intl.NumberFormat>();

function formatWith(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals);
  if (known !== undefined) return known;
  // English and Chinese readers write figures alike.
  const made = new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals });
  formats.set(decimals, made);
  return made;
}

/** What stands where there is no figure. */
export const NO_FIGURE = '–';

/**
 * A figure with at most so many decimals, thousands apart.
 *
 * What is more than nothing never reads as nothing: 0.004 with two decimals is `<0.01`.
 */
export function formatNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return NO_FIGURE;
  const least = 10 ** -decimals;
  if (value > 0 && value < least / 2) return `<${formatWith(decimals).format(least)}`;
  const text = formatWith(decimals).format(value);
  return text === '-0' ? '0' : text;
}

/** Decimals that tell figures of this size apart: more for small ones. */
export function decimalsFor(size: number): number {
  const magnitude = Math.abs(size);
  if (magnitude >= 100) return 0;
  return magnitude >= 1 ? 1 : 2;
}
