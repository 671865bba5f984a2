import type { AttributedBoard } from '../attribution/attribute.js';
import { boardId, type Figures } from '../attribution/figures.js';
import type { Leaf } from '../attribution/leaf.js';
import type { LeafId } from '../normalise/telemetry.js';
import type { XidCount } from '../state/xids.js';
import type { DeviceMetric } from '../series/catalog.js';
import { LEAF_ROWS } from '../series/leafRows.js';
import { BOARD_ROWS } from '../series/boardRows.js';
import { HEALTH_ROWS } from '../series/healthRows.js';
import type { LabelSet, Series } from '../series/series.js';
import { boardLabels, leafLabels } from './labels.js';

const BOARD_METRICS: readonly DeviceMetric[] = [...BOARD_ROWS, ...HEALTH_ROWS].map((r) => r.name);
const LEAF_METRICS: readonly DeviceMetric[] = LEAF_ROWS.map(({ name }) => name);

/** What the source says of a board and its leaves: an operator's series, which never carry a tenant. */
export function deviceSeries(
  base: LabelSet,
  { board, leaves }: AttributedBoard,
  figures: Figures,
  xids: readonly XidCount[],
): Series[] {
  const labels = boardLabels(base, board);
  const info = { ...labels, driver_version: board.driverVersion, pci_bus_id: board.pciBusId };
  return [
    { metric: 'gpu_info', labels: info, value: 1 },
    ...BOARD_METRICS.flatMap((metric) => read(metric, boardId(board.uuid), labels, figures)),
    ...xids.flatMap((xid) => xidSeries(labels, xid)),
    ...leaves.flatMap(({ holding }) => leafSeries(base, holding.leaf, figures)),
  ];
}

function leafSeries(base: LabelSet, leaf: Leaf, figures: Figures): Series[] {
  const labels = leafLabels(base, leaf);
  return LEAF_METRICS.flatMap((metric) => read(metric, leaf, labels, figures));
}

function read(metric: DeviceMetric, id: LeafId, labels: LabelSet, figures: Figures): Series[] {
  return figures.readings(metric, id).map((reading) => ({
    metric,
    labels: { ...labels, ...reading.labels },
    value: reading.value,
  }));
}

/** How often an XID appeared on a board of these labels, and when last. */
export function xidSeries(labels: LabelSet, { xid, count, lastMs }: XidCount): Series[] {
  return [
    { metric: 'gpu_xid_errors_total', labels: { ...labels, xid }, value: count },
    { metric: 'gpu_xid_last_timestamp_seconds', labels: { ...labels, xid }, value: lastMs / 1000 },
  ];
}
