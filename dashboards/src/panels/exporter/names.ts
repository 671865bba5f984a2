import type { Messages } from '../../messages/messages.js';
import { sumBy } from '../../promql/expr.js';
import { grewInHour, totalOf, worst } from '../../promql/exporters.js';
import { CLUSTER, select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { numbers, table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { labelColumn, nameColumns, valueColumn } from '../columns.js';
import { instanceColumn, upMappings } from './columns.js';

/** What is not known of whom GPUs belong to; each should be 0. */
const unknowns = ({ exporter, words }: Messages): PanelSpec => {
  const unnamed = (name: string): string =>
    sumBy([], select('gpuscope_exporter_unnamed_workloads', CLUSTER, `name="${name}"`));
  return numbers(
    'stat',
    {
      id: 'unknowns',
      text: exporter.panels.unknowns,
      unit: 'count',
      size: [24, 4],
      queries: [
        { expr: unnamed('tenant'), legend: words.withoutTenant, role: 'fault' },
        { expr: unnamed('app'), legend: words.withoutApp, role: 'wasted' },
        { expr: unnamed('user'), legend: words.withoutUser, role: 'wasted' },
        {
          expr: `sum(${totalOf('gpuscope_exporter_unknown_pods')})`,
          legend: words.unknownPods,
          role: 'wasted',
        },
        {
          expr: `sum(${totalOf('gpuscope_exporter_unplaced_claims', 'holder', 'resource')}) or vector(0)`,
          legend: words.unplaced,
          role: 'wasted',
        },
        {
          expr: `sum(${totalOf('gpuscope_exporter_unknown_resources', 'resource')}) or vector(0)`,
          legend: words.unknownResources,
          role: 'wasted',
        },
        {
          expr: `count(${select('gpu_unattributed_allocated_ratio', CLUSTER, 'reason="unknown"')} > 0) or vector(0)`,
          legend: words.unknown,
          role: 'fault',
        },
      ],
    },
    { thresholds: SCALES.plain },
  );
};

const directory = (messages: Messages): PanelSpec => {
  const { exporter, words } = messages;
  const event = worst('gpuscope_exporter_pod_directory_last_event_timestamp_seconds');
  return table(
    {
      id: 'directory',
      text: exporter.panels.directory,
      unit: 'count',
      size: [12, 8],
      queries: [
        { expr: worst('gpuscope_exporter_pod_directory_synced'), unit: 'state' },
        { expr: worst('gpuscope_exporter_pod_directory_pods') },
        { expr: `time() - (${event} > 0)`, unit: 'seconds' },
        { expr: grewInHour('gpuscope_exporter_pod_directory_restarts_total') },
      ],
    },
    {
      columns: [
        instanceColumn(messages),
        ...nameColumns(messages, []),
        valueColumn('A', words.synced, 'state', {
          cell: 'filled',
          width: 90,
          mappings: upMappings(messages),
        }),
        valueColumn('B', words.pods, 'count'),
        valueColumn('C', words.lastEvent, 'seconds'),
        valueColumn('D', words.watchRestarts, 'count'),
      ],
      sort: { title: words.synced, descending: false },
    },
  );
};

const unplaced = (messages: Messages): PanelSpec => {
  const { exporter, words } = messages;
  return table(
    {
      id: 'unplaced',
      text: exporter.panels.unplaced,
      unit: 'count',
      size: [12, 8],
      queries: [
        { expr: `${totalOf('gpuscope_exporter_unplaced_claims', 'holder', 'resource')} > 0` },
      ],
    },
    {
      columns: [
        instanceColumn(messages),
        labelColumn('holder', words.holder),
        labelColumn('resource', words.resource),
        ...nameColumns(messages, []),
        valueColumn('A', words.unplaced, 'count', { width: 130, thresholds: SCALES.fault }),
      ],
    },
  );
};

/** Whether what is held can be named. */
export const names = (messages: Messages): readonly PanelSpec[] => [
  unknowns(messages),
  directory(messages),
  unplaced(messages),
];
