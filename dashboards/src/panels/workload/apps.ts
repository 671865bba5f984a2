import type { Messages } from '../../messages/messages.js';
import { maxBy, sumBy } from '../../promql/expr.js';
import { lastActive } from '../../promql/lastActive.js';
import { OF_APPS, select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { lines, table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { nameColumns, valueColumn } from '../columns.js';

const APP = ['cluster', 'tenant', 'app', 'user'];

const heldByApp = ({ workload }: Messages): PanelSpec =>
  lines(
    {
      id: 'held-by-app',
      text: workload.panels.heldByApp,
      unit: 'gpus',
      size: [12, 8],
      queries: [
        {
          expr: sumBy(['app'], select('gpu_workload_allocated_gpus', OF_APPS)),
          legend: '{{app}}',
        },
      ],
    },
    { stacked: true, range: { min: 0 } },
  );

const now = (messages: Messages): PanelSpec => {
  const { workload, words } = messages;
  const last = maxBy(APP, lastActive(OF_APPS));
  return table(
    {
      id: 'apps',
      text: workload.panels.apps,
      unit: 'gpus',
      size: [12, 8],
      queries: [
        { expr: sumBy(APP, select('gpu_workload_allocated_gpus', OF_APPS)) },
        { expr: sumBy(APP, select('gpu_workload_used_gpus', OF_APPS)) },
        { expr: `time() - ${last}`, unit: 'seconds' },
      ],
    },
    {
      columns: [
        ...nameColumns(messages, ['app', 'tenant', 'user']),
        valueColumn('A', words.held, 'gpus', { width: 125 }),
        valueColumn('B', words.used, 'gpus', { width: 95 }),
        valueColumn('C', words.idleFor, 'lasting', { width: 110, thresholds: SCALES.idle }),
      ],
      sort: { title: words.held, descending: true },
    },
  );
};

/** The apps of a user. */
export const apps = (messages: Messages): readonly PanelSpec[] => [
  heldByApp(messages),
  now(messages),
];
