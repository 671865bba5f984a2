import type { SeriesFamily } from '../exposition/series.js';
import { groupBy } from '../groupBy.js';
import { CATALOG } from './catalog.js';
import { labelsOf, type MetricRow } from './metricRow.js';
import type { Series } from './series.js';

/**
 * Series as families in the catalogue's order, each with its labels in the row's order (`cluster` first, where there is
 * one) and without the empty ones.
 */
export function toFamilies(series: readonly Series[]): SeriesFamily[] {
  const byMetric = groupBy(series, ({ metric }) => metric);
  return CATALOG.flatMap((row) => {
    const samples = byMetric.get(row.name);
    return samples === undefined ? [] : [family(row, samples)];
  });
}

function family(row: MetricRow, series: readonly Series[]): SeriesFamily {
  const order = ['cluster', ...labelsOf(row)];
  return {
    name: row.name,
    type: row.type,
    help: row.help,
    ...(row.unit === 'count' || row.unit === 'info' ? {} : { unit: row.unit }),
    samples: series.map(({ labels, value }) => ({ labels: orderedLabels(order, labels), value })),
  };
}

function orderedLabels(
  order: readonly string[],
  labels: Readonly<Record<string, string>>,
): Map<string, string> {
  const ordered = new Map<string, string>();
  for (const name of order) {
    const value = labels[name] ?? '';
    if (value !== '') ordered.set(name, value);
  }
  return ordered;
}
