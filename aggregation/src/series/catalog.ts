import { ACCOUNT_ROWS } from './accountRows.js';
import { BOARD_ROWS } from './boardRows.js';
import { DERIVED_ROWS } from './derivedRows.js';
import { LEAF_ROWS } from './leafRows.js';
import { HEALTH_ROWS } from './healthRows.js';
import type { MetricRow } from './metricRow.js';
import { POD_ROWS } from './podRows.js';
import { WORKLOAD_ROWS } from './workloadRows.js';

const ROWS = [
  ...LEAF_ROWS,
  ...BOARD_ROWS,
  ...HEALTH_ROWS,
  ...DERIVED_ROWS,
  ...WORKLOAD_ROWS,
  ...ACCOUNT_ROWS,
  ...POD_ROWS,
] as const;

/** A metric that a source can report: everything that is read, not derived. */
export type DeviceMetric = (
  typeof LEAF_ROWS | typeof BOARD_ROWS | typeof HEALTH_ROWS
)[number]['name'];

/** Any metric of the catalogue. */
export type MetricName = (typeof ROWS)[number]['name'];

/** THE metric table: every series that the exporter serves, in the order in which it serves them. */
export const CATALOG: readonly (MetricRow & { readonly name: MetricName })[] = ROWS;

const BY_NAME: ReadonlyMap<string, MetricRow> = new Map(CATALOG.map((row) => [row.name, row]));

/** The row of a metric; the name is checked by the compiler, so there always is one. */
export function rowOf(name: MetricName): MetricRow {
  const row = BY_NAME.get(name);
  if (row === undefined) throw new Error(`no catalogue row is named ${name}`);
  return row;
}
