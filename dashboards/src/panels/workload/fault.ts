import type { Messages } from '../../messages/messages.js';
import { avgBy, maxBy } from '../../promql/expr.js';
import { OF_APPS, select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { lines, table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { xidMappings } from '../busyMappings.js';
import { labelColumn, nameColumns, valueColumn } from '../columns.js';
import { WHY, withWhy } from '../labelWords.js';
import { withLogs } from './logs.js';
import { verdict } from './verdict.js';

const activity = ({ workload, words }: Messages): PanelSpec => {
  const mean = (part: 'engine' | 'sm' | 'tensor' | 'dram'): string =>
    avgBy([], select(`gpu_workload_${part}_active_ratio`, OF_APPS));
  return lines(
    {
      id: 'activity',
      text: workload.panels.activity,
      unit: 'ratio',
      size: [12, 8],
      queries: [
        { expr: mean('engine'), legend: words.engine, role: 'used' },
        { expr: mean('sm'), legend: words.sm },
        { expr: mean('tensor'), legend: words.tensor },
        { expr: mean('dram'), legend: words.dram, role: 'memory' },
      ],
    },
    { range: { min: 0, max: 1 } },
  );
};

const throttle = (messages: Messages): PanelSpec =>
  lines(
    {
      id: 'throttle',
      text: messages.workload.panels.throttle,
      unit: 'ratio',
      size: [8, 7],
      queries: [
        {
          expr: withWhy(
            messages,
            avgBy(
              ['reason'],
              `rate(${select('gpu_workload_throttle_seconds_total', OF_APPS)}[$__rate_interval])`,
            ),
          ),
          legend: `{{${WHY}}}`,
        },
      ],
    },
    { range: { min: 0, max: 1 }, thresholds: SCALES.throttled },
  );

const temperature = ({ workload }: Messages): PanelSpec =>
  lines(
    {
      id: 'temperature',
      text: workload.panels.temperature,
      unit: 'celsius',
      size: [8, 7],
      queries: [
        {
          expr: maxBy(
            ['cluster', 'node', 'gpu'],
            select('gpu_workload_device_temperature_celsius', OF_APPS),
          ),
          legend: '{{node}}/{{gpu}}',
        },
      ],
    },
    { thresholds: SCALES.temperature },
  );

const xids = (messages: Messages): PanelSpec => {
  const { workload, words } = messages;
  const labels = ['cluster', 'tenant', 'app', 'user', 'namespace', 'pod', 'xid'];
  const last = maxBy(labels, select('gpu_workload_xid_last_timestamp_seconds', OF_APPS));
  return table(
    {
      id: 'xids',
      text: workload.panels.xids,
      unit: 'when',
      size: [8, 7],
      queries: [{ expr: `1000 * ${last}` }],
    },
    {
      columns: [
        labelColumn('xid', words.meaning, {
          width: 200,
          mappings: xidMappings(messages, 'meaning'),
        }),
        ...nameColumns(messages, ['app']),
        labelColumn('pod', words.pod),
        valueColumn('A', words.lastSeen, 'when'),
      ],
      sort: { title: words.lastSeen, descending: true },
    },
  );
};

/** Whether the GPU is at fault. */
export const fault = (messages: Messages): readonly PanelSpec[] => [
  verdict(messages),
  ...[activity(messages), throttle(messages), temperature(messages)].map((graph) =>
    withLogs(messages, graph),
  ),
  xids(messages),
];
