import { codeWhere, firstOf } from './expr.js';
import { RECORDED } from './recorded.js';
import { CLUSTER, select } from './select.js';

/** In place of the time until a pool is full. */
export const FORECAST_CODES = { fullNow: 0, notInSight: -1, tooLittleHistory: -2 } as const;

const WEEK = 604_800;
const YEAR = 365 * 86_400;

/** Exactly one pool of each node, also while an exporter is replaced that knew of none. */
const PLACE = `topk by (cluster, node) (1, max by (cluster, node, pool) (${select('gpu_node_info', CLUSTER, 'pool!=""')}) or on (cluster, node) max by (cluster, node) (${select('gpu_node_info', CLUSTER)}))`;

const byPool = (perNode: string): string =>
  `sum by (cluster, pool) (${perNode} * on (cluster, node) group_left (pool) ${PLACE})`;

const total = byPool(select(RECORDED.nodeGpus, CLUSTER));
/** Nodes on which nobody holds anything record nothing. */
const held = `(${byPool(select(RECORDED.nodeHeld, CLUSTER))} or 0 * ${total})`;
const mean = `avg_over_time(${held}[1d:1h])`;
/** GPUs per second that more are held, over a week. */
const slope = `deriv(${held}[7d:1h])`;

/** How the pools of nodes fill; the labels are `cluster, pool`. */
export const FORECAST = {
  total,
  mean,
  perWeek: `${slope} * ${String(WEEK)}`,
  /** Seconds until as much is held as there is, or a code. */
  fullIn: firstOf(
    codeWhere(FORECAST_CODES.tooLittleHistory, `count_over_time(${held}[7d:1h]) < 24`),
    codeWhere(FORECAST_CODES.fullNow, `${mean} >= 0.99 * ${total}`),
    `(${total} - ${mean}) / (${slope} > 0) < ${String(YEAR)}`,
    codeWhere(FORECAST_CODES.notInSight, total),
  ),
} as const;

const allHeld = `sum(${select(RECORDED.clusterHeld, CLUSTER)})`;

/** All clusters of the choice together. */
export const DEMAND = {
  total: `sum(${select(RECORDED.clusterGpus, CLUSTER)})`,
  held: allHeld,
  /** What pods ask for that wait, in units of the resources they name. */
  withWaiting: `${allHeld} + (sum(${select('workload_pod_requested_gpus', CLUSTER, 'phase="Pending"')}) or 0 * ${allHeld})`,
  /** Nothing while less than a day is known. */
  inFourWeeks: `clamp_min(predict_linear(${allHeld}[7d:1h], ${String(4 * WEEK)}), 0) and count_over_time(${allHeld}[7d:1h]) >= 24`,
} as const;
