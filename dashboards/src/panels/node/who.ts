import type { Messages } from '../../messages/messages.js';
import { maxBy, sumBy } from '../../promql/expr.js';
import { ON_NODES, select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { statesOf, table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { busyMappings } from '../busyMappings.js';
import { labelColumn, nameColumns, valueColumn } from '../columns.js';

const ROW = [
  'cluster',
  'node',
  'gpu',
  'gpu_instance',
  'tenant',
  'app',
  'user',
  'namespace',
  'pod',
  'container',
];

/** Who is on the machine, and who was. */
export function who(messages: Messages): readonly PanelSpec[] {
  const { node, words } = messages;
  const of = (metric: Parameters<typeof select>[0]): string => sumBy(ROW, select(metric, ON_NODES));
  const states = maxBy(
    ['cluster', 'node', 'gpu', 'gpu_instance', 'app', 'user', 'pod'],
    select('gpu_workload_utilization_ratio', ON_NODES),
  );
  return [
    statesOf(
      {
        id: 'holders',
        text: node.panels.holders,
        unit: 'ratio',
        size: [24, 9],
        queries: [
          { expr: states, legend: '{{gpu}} {{gpu_instance}} · {{app}} · {{user}} · {{pod}}' },
        ],
      },
      { mappings: busyMappings(messages), thresholds: SCALES.busy },
    ),
    table(
      {
        id: 'holders-now',
        text: node.panels.holdersNow,
        unit: 'gpus',
        size: [24, 8],
        queries: [
          { expr: of('gpu_workload_allocated_gpus') },
          { expr: of('gpu_workload_used_gpus') },
          { expr: of('gpu_workload_memory_used_bytes'), unit: 'bytes' },
        ],
      },
      {
        columns: [
          labelColumn('gpu', words.gpu),
          labelColumn('gpu_instance', words.instance),
          ...nameColumns(messages, ['tenant', 'app', 'user']),
          labelColumn('pod', words.pod),
          valueColumn('A', words.held, 'gpus', { width: 90 }),
          valueColumn('B', words.used, 'gpus', { width: 90 }),
          valueColumn('C', words.memory, 'bytes', { width: 110 }),
        ],
        sort: { title: words.gpu, descending: false },
      },
    ),
  ];
}
