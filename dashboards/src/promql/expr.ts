/** `sum by (labels) (expr)`; without labels, one figure over all. */
export const sumBy = (labels: readonly string[], expr: string): string =>
  aggregate('sum', labels, expr);

export const maxBy = (labels: readonly string[], expr: string): string =>
  aggregate('max', labels, expr);

export const avgBy = (labels: readonly string[], expr: string): string =>
  aggregate('avg', labels, expr);

function aggregate(how: string, labels: readonly string[], expr: string): string {
  return labels.length === 0 ? `${how}(${expr})` : `${how} by (${labels.join(', ')}) (${expr})`;
}

/** The figure, or 0 where there is none but `witness` shows that the exporters are heard. */
export const orZero = (expr: string, witness: string): string =>
  `(${expr}) or 0 * count(${witness})`;

/** `replacement` may use `$1`, the match of `regex` on the label `from`. */
export const withLabel = (
  expr: string,
  label: string,
  replacement: string,
  from = '',
  regex = '',
): string => `label_replace(${expr}, "${label}", "${replacement}", "${from}", "${regex}")`;

/**
 * The figure with the label `total`, the total in words, so that a legend can say "of {{total}}": no stock panel can
 * put two figures into one. Digits after the first decimal are cut.
 */
export function ofTotal(figure: string, total: string): string {
  const words = withLabel(
    `count_values("raw", ${total})`,
    'total',
    '$1',
    'raw',
    '([0-9]+([.][0-9])?).*',
  );
  return `(${figure}) * on () group_left (total) ${words}`;
}

/** `code` wherever `condition` has a sample. */
export const codeWhere = (code: number, condition: string): string =>
  `0 * (${condition}) + ${code}`;

/** The first that has a sample wins, label set by label set. */
export const firstOf = (...exprs: readonly string[]): string =>
  exprs.map((expr) => `(${expr})`).join('\nor\n');
