import type { Messages } from '../../messages/messages.js';
import { maxBy, sumBy } from '../../promql/expr.js';
import { lastActive } from '../../promql/lastActive.js';
import { CLUSTER, OF_TENANTS, ON_NODES, select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { labelColumn, nameColumns, podColumn, valueColumn } from '../columns.js';
import { severityMappings } from '../labelWords.js';
import { sickTable } from '../sickTable.js';

const HOLDER = ['cluster', 'tenant', 'user', 'app', 'namespace', 'pod', 'node'];
const HALF_AN_HOUR = 1800;

const idle = `topk(10, time() - ${maxBy(HOLDER, lastActive(`${ON_NODES}, tenant=~"$tenant"`))} > ${String(HALF_AN_HOUR)})`;
const heldByIdle = `${sumBy(HOLDER, select('gpu_workload_allocated_gpus', ON_NODES, 'tenant=~"$tenant"'))} and (${idle})`;

const alerts = (messages: Messages): PanelSpec => {
  const { overview, words } = messages;
  const firing = select('ALERTS', CLUSTER, 'alertstate="firing"', 'alertname=~"(?i)gpu.*"');
  return table(
    {
      id: 'alerts',
      text: overview.panels.alerts,
      unit: 'count',
      size: [12, 8],
      queries: [{ expr: `count by (cluster, alertname, severity, node, tenant) (${firing})` }],
    },
    {
      columns: [
        labelColumn('alertname', words.alert, { width: 200 }),
        labelColumn('severity', words.severity, { mappings: severityMappings(messages) }),
        ...nameColumns(messages, ['node']),
        labelColumn('tenant', words.tenant),
        valueColumn('A', words.alerts, 'count', { width: 80 }),
      ],
      sort: { title: words.severity, descending: false },
    },
  );
};

const longestIdle = (messages: Messages): PanelSpec => {
  const { overview, words } = messages;
  return table(
    {
      id: 'idle',
      text: overview.panels.idle,
      unit: 'seconds',
      size: [12, 8],
      queries: [{ expr: idle }, { expr: heldByIdle, unit: 'gpus' }],
    },
    {
      columns: [
        ...nameColumns(messages, ['user', 'app', 'tenant', 'node']),
        podColumn(messages),
        valueColumn('A', words.idleFor, 'lasting', { width: 110, thresholds: SCALES.idle }),
        valueColumn('B', words.held, 'gpus', { width: 95 }),
      ],
      sort: { title: words.idleFor, descending: true },
    },
  );
};

const waiting = (messages: Messages): PanelSpec => {
  const { overview, words } = messages;
  const labels = ['cluster', 'tenant', 'user', 'app', 'namespace', 'pod', 'resource'];
  const asked = select('workload_pod_requested_gpus', OF_TENANTS, 'phase="Pending"');
  return table(
    {
      id: 'pending',
      text: overview.panels.pending,
      unit: 'count',
      size: [12, 8],
      queries: [{ expr: sumBy(labels, asked) }],
    },
    {
      columns: [
        ...nameColumns(messages, ['user', 'app', 'tenant']),
        podColumn(messages),
        labelColumn('resource', words.resource),
        valueColumn('A', words.asked, 'count', { width: 80 }),
      ],
    },
  );
};

/** What needs a hand now: alerts, sick devices, forgotten GPUs, pods that wait. */
export const hand = (messages: Messages): readonly PanelSpec[] => [
  alerts(messages),
  sickTable(messages, messages.overview.panels.sick, [12, 8]),
  longestIdle(messages),
  waiting(messages),
];
