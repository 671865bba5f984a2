import type { Messages } from '../messages/messages.js';
import { maxBy, withLabel } from '../promql/expr.js';
import { ON_NODES, select } from '../promql/select.js';
import { table } from '../spec/panel.js';
import type { PanelSpec } from '../spec/panelSpec.js';
import type { PanelText } from '../spec/panelText.js';
import { xidMappings } from './busyMappings.js';
import { labelColumn, nameColumns, valueColumn } from './columns.js';

/** The XIDs of the chosen nodes with what each means and what to do. */
export function xidTable(messages: Messages, text: PanelText): PanelSpec {
  const { words } = messages;
  const labels = ['cluster', 'node', 'gpu', 'xid'];
  const last = `1000 * ${maxBy(labels, `max_over_time(${select('gpu_xid_last_timestamp_seconds', ON_NODES)}[$__range])`)}`;
  const copied = withLabel(
    withLabel(last, 'meaning', '$1', 'xid', '(.+)'),
    'advice',
    '$1',
    'xid',
    '(.+)',
  );
  return table(
    {
      id: 'xids',
      text,
      unit: 'when',
      size: [24, 7],
      queries: [{ expr: copied }],
    },
    {
      columns: [
        ...nameColumns(messages, ['node']).map((column) => ({ width: 110, ...column })),
        labelColumn('gpu', words.gpu),
        labelColumn('xid', words.xid),
        valueColumn('A', words.lastSeen, 'when', { width: 140 }),
        labelColumn('meaning', words.meaning, { mappings: xidMappings(messages, 'meaning') }),
        labelColumn('advice', words.advice, { mappings: xidMappings(messages, 'advice') }),
      ],
      sort: { title: words.lastSeen, descending: true },
    },
  );
}
