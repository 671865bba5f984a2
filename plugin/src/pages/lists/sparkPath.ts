/** Whether a place of a line has a value. */
export const isThere = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/**
 * Values, oldest first → the path of a line in a box, with gaps where there is no value. Nought is at the bottom.
 * A value between two gaps is a point: a line of no length, which round ends make visible.
 */
export function sparkPath(
  values: readonly (number | null)[],
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const top = Math.max(...values.filter(isThere), Number.MIN_VALUE);
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values
    .map((value, at) => {
      if (!isThere(value)) return '';
      const move = isThere(values[at - 1]) ? 'L' : 'M';
      const isLone = move === 'M' && !isThere(values[at + 1]);
      const y = height - (Math.max(value, 0) / top) * height;
      return `${move}${(at * step).toFixed(1)} ${y.toFixed(1)}${isLone ? 'h0' : ''}`;
    })
    .join('');
}
