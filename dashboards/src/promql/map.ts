import { MAP_CODES } from '../spec/mapCodes.js';
import { codeWhere, firstOf, maxBy } from './expr.js';
import { lastActive } from './lastActive.js';
import { ON_NODES, select } from './select.js';
import { sickBoards } from './sick.js';

const CELL = ['cluster', 'node', 'gpu', 'gpu_instance'] as const;
const HALF_AN_HOUR = 1800;

const busyOf = (labels: readonly string[]): string =>
  maxBy(labels, select('gpu_utilization_ratio', ON_NODES));
const holderCount = maxBy(CELL, select('gpu_holders', ON_NODES));
const lastUsed = maxBy(CELL, lastActive(ON_NODES));
const throttling = `max by (cluster, node, gpu) (rate(${select('gpu_throttle_seconds_total', ON_NODES, 'reason=~"power|thermal"')}[5m])) > 0.1`;

/** Sick and throttled are known per board; each of its instances shows them. */
const known = firstOf(busyOf(CELL), holderCount);

/** What matters more than how busy a device is, as codes; the first that is true. */
const state = firstOf(
  codeWhere(MAP_CODES.sick, `(${known}) and on (cluster, node, gpu) (${sickBoards})`),
  codeWhere(MAP_CODES.heldIdle, `time() - ${lastUsed} > ${HALF_AN_HOUR}`),
  codeWhere(MAP_CODES.throttled, `(${known}) and on (cluster, node, gpu) (${throttling})`),
  codeWhere(MAP_CODES.free, `${holderCount} == 0`),
);

const DEVICE = ['cluster', 'node', 'gpu', 'uuid', 'gpu_instance', 'mig_profile', 'model'];
const HOLDER = [...CELL, 'tenant', 'app', 'user', 'namespace', 'pod'];

/** What the GPU map asks, by the names of its queries. */
export const MAP_QUERIES = {
  busy: firstOf(busyOf(DEVICE), `NaN * ${maxBy(DEVICE, select('gpu_slice_ratio', ON_NODES))}`),
  state,
  holders: firstOf(
    maxBy(HOLDER, select('gpu_workload_start_time_seconds', ON_NODES)),
    `0 * ${maxBy(HOLDER, select('gpu_workload_allocated_ratio', ON_NODES))}`,
  ),
  idle: `time() - ${lastUsed}`,
  place: maxBy(['cluster', 'node', 'pool', 'rack'], select('gpu_node_info', ON_NODES)),
} as const;

/** State and utilisation in one figure per device, for a map that knows one value a cell. */
export const mapCell = firstOf(state, busyOf(CELL));
