import type { Messages } from '../../messages/messages.js';
import { sumBy } from '../../promql/expr.js';
import { withQuota } from '../../promql/quota.js';
import { OF_TENANTS, select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { labelColumn, nameColumns, valueColumn } from '../columns.js';

const NAMESPACE = ['cluster', 'tenant', 'namespace'];

/** Namespaces that ask for GPUs and have no quota: where nobody has one, all of them. */
const without = (messages: Messages): PanelSpec => {
  const { quota, words } = messages;
  const asked = `${sumBy(NAMESPACE, select('workload_pod_requested_gpus', OF_TENANTS))} unless on (cluster, namespace) ${withQuota}`;
  const held = `${sumBy(NAMESPACE, select('gpu_workload_allocated_gpus', OF_TENANTS))} unless on (cluster, namespace) ${withQuota}`;
  return table(
    {
      id: 'without',
      text: quota.panels.without,
      unit: 'count',
      size: [12, 9],
      queries: [{ expr: asked }, { expr: held, unit: 'gpus' }],
    },
    {
      columns: [
        ...nameColumns(messages, ['tenant']),
        labelColumn('namespace', words.namespace),
        valueColumn('A', words.asked, 'count', { width: 100 }),
        valueColumn('B', words.held, 'gpus', { width: 110, thresholds: SCALES.plain }),
      ],
      sort: { title: words.held, descending: true },
    },
  );
};

const waiting = (messages: Messages): PanelSpec => {
  const { quota, words } = messages;
  const asked = select('workload_pod_requested_gpus', OF_TENANTS, 'phase="Pending"');
  return table(
    {
      id: 'waiting',
      text: quota.panels.waiting,
      unit: 'count',
      size: [12, 9],
      queries: [
        { expr: sumBy([...NAMESPACE, 'user', 'app', 'resource'], asked) },
        {
          expr: `count by (${[...NAMESPACE, 'user', 'app', 'resource'].join(', ')}) (${asked})`,
        },
      ],
    },
    {
      columns: [
        ...nameColumns(messages, ['tenant', 'app', 'user']),
        labelColumn('namespace', words.namespace),
        labelColumn('resource', words.resource),
        valueColumn('A', words.asked, 'count', { width: 90 }),
        valueColumn('B', words.podCount, 'count', { width: 90 }),
      ],
      sort: { title: words.asked, descending: true },
    },
  );
};

/** What no quota governs, and who waits though one would allow it. */
export const besideQuotas = (messages: Messages): readonly PanelSpec[] => [
  without(messages),
  waiting(messages),
];
