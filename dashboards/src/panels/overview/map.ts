import type { Messages } from '../../messages/messages.js';
import { codeWhere, firstOf, maxBy, withLabel } from '../../promql/expr.js';
import { gpuBoards } from '../../promql/fleet.js';
import { ON_NODES, select } from '../../promql/select.js';
import { sickBoards } from '../../promql/sick.js';
import { SCALES } from '../../spec/level.js';
import { lines, matrix } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';

const CELL = ['cluster', 'node', 'gpu', 'gpu_instance'] as const;
const HALF_AN_HOUR = 1800;
const CODES = { free: -1, heldIdle: -2, sick: -3, throttled: -4 } as const;

const busy = maxBy(CELL, select('gpu_utilization_ratio', ON_NODES));
const held = maxBy(CELL, select('gpu_holders', ON_NODES));
const lastUsed = maxBy(CELL, select('gpu_workload_last_active_timestamp_seconds', ON_NODES));
const throttling = `max by (cluster, node, gpu) (rate(${select('gpu_throttle_seconds_total', ON_NODES, 'reason=~"power|thermal"')}[5m])) > 0.1`;

/** Sick and throttled are known per board; each of its instances shows them. */
const known = firstOf(busy, held);

const cell = firstOf(
  codeWhere(CODES.sick, `(${known}) and on (cluster, node, gpu) (${sickBoards})`),
  codeWhere(CODES.heldIdle, `time() - ${lastUsed} > ${HALF_AN_HOUR}`),
  codeWhere(CODES.throttled, `(${known}) and on (cluster, node, gpu) (${throttling})`),
  codeWhere(CODES.free, `${held} == 0`),
  busy,
);

/** Column names: `3`, or `3/7` for instance 7 of GPU 3. */
const named = withLabel(
  `label_join(${cell}, "device", "/", "gpu", "gpu_instance")`,
  'device',
  '$1',
  'device',
  '(.+)/',
);

/** Every device of every node with its state, and the sums over time. */
export function map({ overview: { panels }, words, states }: Messages): readonly PanelSpec[] {
  return [
    matrix(
      {
        id: 'gpu-map',
        text: panels.map,
        unit: 'ratio',
        size: [16, 10],
        queries: [{ expr: `max by (node, device) (${named})` }],
      },
      {
        rows: { label: 'node', title: words.node },
        columns: { label: 'device' },
        rowLinks: [{ to: 'node', title: words.toNode, set: { node: { clicked: true } } }],
        thresholds: SCALES.busy,
        mappings: [
          { value: String(CODES.free), text: states.free, level: 'plain' },
          { value: String(CODES.heldIdle), text: states.heldIdle, level: 'warn' },
          { value: String(CODES.sick), text: states.sick, level: 'bad' },
          { value: String(CODES.throttled), text: states.throttled, level: 'bad' },
        ],
      },
    ),
    lines(
      {
        id: 'gpus-over-time',
        text: panels.overTime,
        unit: 'gpus',
        size: [8, 10],
        queries: [
          {
            expr: `sum(${select('gpu_workload_allocated_gpus', ON_NODES)})`,
            legend: words.held,
            role: 'held',
          },
          {
            expr: `sum(${select('gpu_workload_used_gpus', ON_NODES)})`,
            legend: words.used,
            role: 'used',
          },
          { expr: `count(${gpuBoards})`, legend: words.total, role: 'total' },
        ],
      },
      { range: { min: 0 } },
    ),
  ];
}
