import type { Messages } from '../../messages/messages.js';
import { maxBy, withLabel } from '../../promql/expr.js';
import { ON_NODES, select } from '../../promql/select.js';
import { table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { xidMappings } from '../busyMappings.js';
import { labelColumn, valueColumn } from '../columns.js';

/** The XIDs of a node with what each means and what to do. */
export function xids(messages: Messages): PanelSpec {
  const { node, words } = messages;
  const labels = ['cluster', 'node', 'gpu', 'xid'];
  const last = `1000 * ${maxBy(labels, select('gpu_xid_last_timestamp_seconds', ON_NODES))}`;
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
      text: node.panels.xids,
      unit: 'when',
      size: [24, 7],
      queries: [{ expr: copied }],
    },
    {
      columns: [
        labelColumn('node', words.node),
        labelColumn('gpu', words.gpu),
        labelColumn('xid', words.xid),
        labelColumn('meaning', words.meaning, { mappings: xidMappings(messages, 'meaning') }),
        labelColumn('advice', words.advice, { mappings: xidMappings(messages, 'advice') }),
        valueColumn('A', words.lastSeen, 'when'),
      ],
      sort: { title: words.lastSeen, descending: true },
    },
  );
}
