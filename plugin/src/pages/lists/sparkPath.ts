/** Values, oldest first → the path of a line in a box, with gaps where there is no value. Nought is at the bottom. */
export function sparkPath(
  values: readonly (number | null)[],
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const top = Math.max(...values.map((value) => value ?? 0), Number.MIN_VALUE);
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  let isDown = false;
  return values
    .map((value, at) => {
      if (value === null || Number.isNaN(value)) {
        isDown = false;
        return '';
      }
      const move = isDown ? 'L' : 'M';
      isDown = true;
      const y = height - (Math.max(value, 0) / top) * height;
      return `${move}${(at * step).toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}
