import type { Messages } from '../../messages/messages.js';
import { sumBy } from '../../promql/expr.js';
import { select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { nameColumns, podColumn, valueColumn } from '../columns.js';
import { heldBy } from './idle.js';

const POD = ['cluster', 'tenant', 'user', 'app', 'namespace', 'pod'];
const HOUR = 3600;
/** A device was put to work when it was busier than this for once. */
const WORKED = 0.05;
/** A pod that never passes this part of its memory and of its GPU may fit into less. */
const SMALL = 0.4;

/** Pods that have shown for an hour what they need. */
const grown = (scope: string): string =>
  `time() - max by (${POD.join(', ')}) (${select('gpu_workload_start_time_seconds', scope)}) > ${String(HOUR)}`;

const peakOf = (expr: string): string => `max_over_time((${expr})[1d:5m])`;

/** "Holds 4, never used more than 1": pods that could do with fewer GPUs. */
export function tooMany(messages: Messages, scope: string): PanelSpec {
  const { waste, words } = messages;
  const held = heldBy(scope, POD);
  const peak = peakOf(sumBy(POD, select('gpu_workload_used_gpus', scope)));
  const worked = sumBy(
    POD,
    `${select('gpu_workload_allocated_gpus', scope)} * (max_over_time(${select('gpu_workload_utilization_ratio', scope)}[1d]) > bool ${String(WORKED)})`,
  );
  const spare = `${held} - clamp_min(ceil(${peak}), 1)`;
  const hint = `(${spare} >= 1) and (${grown(scope)})`;
  return table(
    {
      id: 'too-many',
      text: waste.panels.tooMany,
      unit: 'gpus',
      size: [24, 8],
      queries: [spare, held, worked, peak].map((expr) => ({ expr: `(${expr}) and (${hint})` })),
    },
    {
      columns: [
        podColumn(messages),
        ...nameColumns(messages, ['app', 'user', 'tenant']),
        valueColumn('B', words.held, 'gpus', { width: 90 }),
        valueColumn('C', words.everWorked, 'gpus', { width: 110 }),
        valueColumn('D', words.mostAtOnce, 'gpus', { width: 110 }),
        valueColumn('A', words.couldReturn, 'gpus', { width: 110, thresholds: SCALES.waiting }),
      ],
      sort: { title: words.couldReturn, descending: true },
    },
  );
}

/** Pods that would fit into a MIG instance, or a part of a shared GPU. */
export function tooLarge(messages: Messages, scope: string): PanelSpec {
  const { waste, words } = messages;
  const held = heldBy(scope, POD);
  const use = `${peakOf(sumBy(POD, select('gpu_workload_used_gpus', scope)))} / ${held}`;
  const used = peakOf(sumBy(POD, select('gpu_workload_memory_used_bytes', scope)));
  const memory = `${used} / ${sumBy(POD, select('gpu_workload_memory_total_bytes', scope))}`;
  const hint = `(${memory} < ${String(SMALL)}) and (${use} < ${String(SMALL)}) and (${grown(scope)})`;
  return table(
    {
      id: 'too-large',
      text: waste.panels.tooLarge,
      unit: 'ratio',
      size: [24, 8],
      queries: [
        { expr: `(${use}) and (${hint})` },
        { expr: `(${memory}) and (${hint})` },
        { expr: `(${used}) and (${hint})`, unit: 'bytes' },
        { expr: `(${held}) and (${hint})`, unit: 'gpus' },
      ],
    },
    {
      columns: [
        podColumn(messages),
        ...nameColumns(messages, ['app', 'user', 'tenant']),
        valueColumn('D', words.held, 'gpus', { width: 90 }),
        valueColumn('A', words.busiest, 'ratio', { width: 110 }),
        valueColumn('B', words.fullest, 'ratio', { width: 110 }),
        valueColumn('C', words.mostMemory, 'bytes', { width: 110 }),
      ],
      sort: { title: words.held, descending: true },
    },
  );
}
