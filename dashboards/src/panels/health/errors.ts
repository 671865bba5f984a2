import type { Messages } from '../../messages/messages.js';
import { maxBy, sumBy } from '../../promql/expr.js';
import { ON_NODES, select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { lines, table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { labelColumn, nameColumns, valueColumn } from '../columns.js';
import { xidTable } from '../xidTable.js';

const BOARD = ['cluster', 'node', 'gpu', 'model'];

type Metric = Parameters<typeof select>[0];

/** Boards on which each XID appeared, the first time too: a series that was not there before is an appearance. */
const xidHistory = ({ health }: Messages): PanelSpec => {
  const last = select('gpu_xid_last_timestamp_seconds', ON_NODES);
  return lines(
    {
      id: 'xid-history',
      text: health.panels.xidHistory,
      unit: 'count',
      size: [24, 6],
      queries: [
        {
          expr: `count by (xid) ((changes(${last}[$__rate_interval]) > 0) or (${last} unless ${last} offset $__rate_interval))`,
          legend: 'XID {{xid}}',
        },
      ],
    },
    { bars: true, range: { min: 0 } },
  );
};

const found = (metric: Metric, ...matchers: readonly string[]): string =>
  `${sumBy(BOARD, select(metric, ON_NODES, ...matchers))} > 0`;

const ecc = (kind: string, scope: string): string =>
  found('gpu_ecc_errors_total', `kind="${kind}"`, `scope="${scope}"`);

/** Every board whose memory has ever failed, with what is to be done about it. */
const memory = (messages: Messages): PanelSpec => {
  const { health, words } = messages;
  const queries = [
    ecc('uncorrectable', 'volatile'),
    ecc('uncorrectable', 'aggregate'),
    ecc('correctable', 'volatile'),
    found('gpu_row_remap_rows_total'),
    `${maxBy(BOARD, select('gpu_row_remap_pending', ON_NODES))} > 0`,
    `${maxBy(BOARD, select('gpu_row_remap_failure', ON_NODES))} > 0`,
    found('gpu_retired_pages_pending'),
  ];
  const fault = { thresholds: SCALES.fault };
  return table(
    {
      id: 'memory-errors',
      text: health.panels.memory,
      unit: 'count',
      size: [24, 9],
      queries: queries.map((expr) => ({ expr })),
    },
    {
      columns: [
        ...nameColumns(messages, ['node']),
        labelColumn('gpu', words.gpu),
        labelColumn('model', words.model),
        valueColumn('A', words.uncorrectable, 'count', fault),
        valueColumn('B', words.uncorrectableEver, 'count'),
        valueColumn('C', words.correctable, 'count'),
        valueColumn('D', words.remapped, 'count'),
        valueColumn('E', words.remapPending, 'count', fault),
        valueColumn('F', words.remapFailed, 'count', fault),
        valueColumn('G', words.pagesPending, 'count', fault),
      ],
      sort: { title: words.uncorrectable, descending: true },
    },
  );
};

/** XIDs and memory errors over the fleet. */
export const errors = (messages: Messages): readonly PanelSpec[] => [
  xidTable(messages, messages.health.panels.xids),
  xidHistory(messages),
  memory(messages),
];
