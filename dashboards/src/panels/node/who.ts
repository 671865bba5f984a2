import type { Messages } from '../../messages/messages.js';
import { sumBy } from '../../promql/expr.js';
import { ON_NODES, select } from '../../promql/select.js';
import { table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { labelColumn, nameColumns, podColumn, valueColumn } from '../columns.js';
import { HELD, holdersTimeline } from '../holders.js';

/** Who is on the machine, and who was. */
export function who(messages: Messages): readonly PanelSpec[] {
  const { node, words } = messages;
  const of = (metric: Parameters<typeof select>[0]): string =>
    sumBy(HELD, select(metric, ON_NODES));
  return [
    holdersTimeline(messages, node.panels.holders, ON_NODES, {
      by: ['cluster', 'node', 'gpu', 'gpu_instance', 'app', 'user', 'pod'],
      legend: '{{gpu}} {{gpu_instance}} · {{app}} · {{user}} · {{pod}}',
    }),
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
          podColumn(messages),
          valueColumn('A', words.held, 'gpus', { width: 90 }),
          valueColumn('B', words.used, 'gpus', { width: 90 }),
          valueColumn('C', words.memory, 'bytes', { width: 110 }),
        ],
        sort: { title: words.gpu, descending: false },
      },
    ),
  ];
}
