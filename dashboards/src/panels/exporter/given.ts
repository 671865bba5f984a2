import type { Messages } from '../../messages/messages.js';
import { CLUSTER, select } from '../../promql/select.js';
import { table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { labelColumn, nameColumns, valueColumn } from '../columns.js';
import { droppedMappings } from '../labelWords.js';
import { versions } from './exporters.js';

const missing = (messages: Messages): PanelSpec => {
  const { exporter, words } = messages;
  return table(
    {
      id: 'missing-metrics',
      text: exporter.panels.missing,
      unit: 'count',
      size: [8, 8],
      queries: [
        {
          expr: `count by (cluster, metric) (${select('gpuscope_exporter_missing_metric', CLUSTER)})`,
        },
      ],
    },
    {
      columns: [
        labelColumn('metric', words.metric),
        ...nameColumns(messages, []),
        valueColumn('A', words.exporters, 'count', { width: 100 }),
      ],
      sort: { title: words.exporters, descending: true },
    },
  );
};

const dropped = (messages: Messages): PanelSpec => {
  const { exporter, words } = messages;
  return table(
    {
      id: 'dropped',
      text: exporter.panels.dropped,
      unit: 'count',
      size: [8, 8],
      queries: [
        {
          expr: `topk(100, sum by (cluster, field, reason) (increase(${select('gpuscope_exporter_dropped_samples_total', CLUSTER)}[1h])) > 0)`,
        },
      ],
    },
    {
      columns: [
        labelColumn('field', words.field),
        labelColumn('reason', words.reason, { mappings: droppedMappings(messages) }),
        ...nameColumns(messages, []),
        valueColumn('A', words.samples, 'count', { width: 100 }),
      ],
      sort: { title: words.samples, descending: true },
    },
  );
};

/** What the sources give and what they do not. */
export const given = (messages: Messages): readonly PanelSpec[] => [
  missing(messages),
  dropped(messages),
  versions(messages),
];
