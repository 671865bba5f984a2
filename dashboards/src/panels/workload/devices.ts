import type { Messages } from '../../messages/messages.js';
import { maxBy, sumBy } from '../../promql/expr.js';
import { lastActive } from '../../promql/lastActive.js';
import { OF_APPS, select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { labelColumn, nameColumns, podColumn, valueColumn } from '../columns.js';
import { holdersTimeline } from '../holders.js';

const ROW = [
  'cluster',
  'tenant',
  'app',
  'user',
  'namespace',
  'pod',
  'container',
  'node',
  'gpu',
  'gpu_instance',
];

const timeline = (messages: Messages): PanelSpec =>
  holdersTimeline(messages, messages.workload.panels.states, OF_APPS, {
    by: ['cluster', 'namespace', 'pod', 'node', 'gpu', 'gpu_instance'],
    legend: '{{pod}} · {{node}}/{{gpu}} {{gpu_instance}}',
  });

const pods = (messages: Messages): PanelSpec => {
  const { workload, words } = messages;
  const of = (metric: Parameters<typeof select>[0]): string => sumBy(ROW, select(metric, OF_APPS));
  return table(
    {
      id: 'pods',
      text: workload.panels.pods,
      unit: 'gpus',
      size: [24, 9],
      queries: [
        { expr: of('gpu_workload_allocated_gpus') },
        { expr: of('gpu_workload_used_gpus') },
        { expr: of('gpu_workload_memory_used_bytes'), unit: 'bytes' },
        {
          expr: `time() - ${maxBy(ROW, lastActive(OF_APPS))}`,
          unit: 'seconds',
        },
      ],
    },
    {
      columns: [
        podColumn(messages),
        labelColumn('container', words.container),
        ...nameColumns(messages, ['app', 'user', 'tenant', 'node']),
        labelColumn('gpu', words.gpu),
        labelColumn('gpu_instance', words.instance),
        valueColumn('A', words.held, 'gpus', { width: 125 }),
        valueColumn('B', words.used, 'gpus', { width: 90 }),
        valueColumn('C', words.memory, 'bytes', { width: 110 }),
        valueColumn('D', words.idleFor, 'lasting', { width: 110, thresholds: SCALES.idle }),
      ],
      sort: { title: words.held, descending: true },
    },
  );
};

const pending = (messages: Messages): PanelSpec => {
  const { workload, words } = messages;
  const labels = ['cluster', 'tenant', 'app', 'user', 'namespace', 'pod', 'resource'];
  const asked = select('workload_pod_requested_gpus', OF_APPS, 'phase="Pending"');
  return table(
    {
      id: 'pending',
      text: workload.panels.pending,
      unit: 'count',
      size: [24, 6],
      queries: [{ expr: sumBy(labels, asked) }],
    },
    {
      columns: [
        podColumn(messages),
        ...nameColumns(messages, ['app', 'user', 'tenant']),
        labelColumn('resource', words.resource),
        valueColumn('A', words.asked, 'count', { width: 80 }),
      ],
    },
  );
};

/** Which pods on which devices, and which wait. */
export const devices = (messages: Messages): readonly PanelSpec[] => [
  timeline(messages),
  pods(messages),
  pending(messages),
];
