import type { Messages } from '../../messages/messages.js';
import { orZero } from '../../promql/expr.js';
import { gpuBoards } from '../../promql/fleet.js';
import { ON_NODES, select } from '../../promql/select.js';
import { missingBoards, sickBoards } from '../../promql/sick.js';
import { SCALES } from '../../spec/level.js';
import { numbers, table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { labelColumn, nameColumns } from '../columns.js';
import { sickTable } from '../sickTable.js';

/** Slowed for more than a tenth of the last five minutes. */
const throttledBoards = `max by (cluster, node, gpu) (rate(${select('gpu_throttle_seconds_total', ON_NODES, 'reason=~"power|thermal"')}[5m])) > 0.1`;

const counted = (condition: string): string => orZero(`count(${condition})`, gpuBoards);

const now = ({ health, words }: Messages): PanelSpec => {
  const xids = `count by (cluster, node, gpu) (time() - max_over_time(${select('gpu_xid_last_timestamp_seconds', ON_NODES)}[1d]) < 86400)`;
  return numbers(
    'stat',
    {
      id: 'numbers',
      text: health.panels.numbers,
      unit: 'count',
      size: [24, 4],
      queries: [
        { expr: `count(${gpuBoards})`, legend: words.gpus, role: 'total' },
        { expr: counted(sickBoards), legend: words.sick, role: 'fault' },
        { expr: counted(missingBoards), legend: words.missing, role: 'fault' },
        { expr: counted(xids), legend: words.withXid, role: 'fault' },
        { expr: counted(throttledBoards), legend: words.throttledNow, role: 'wasted' },
        {
          expr: `max(${select('gpu_temperature_celsius', ON_NODES)})`,
          legend: words.hottest,
          role: 'heat',
          unit: 'celsius',
        },
      ],
    },
    { thresholds: SCALES.plain },
  );
};

const missing = (messages: Messages): PanelSpec => {
  const { health, words } = messages;
  return table(
    {
      id: 'missing',
      text: health.panels.missing,
      unit: 'count',
      size: [12, 8],
      queries: [{ expr: missingBoards }],
    },
    {
      columns: [
        ...nameColumns(messages, ['node']),
        labelColumn('gpu', words.gpu),
        labelColumn('model', words.model),
        labelColumn('uuid', words.uuid),
      ],
    },
  );
};

/** How many boards are ill, and which. */
export const illNow = (messages: Messages): readonly PanelSpec[] => [
  now(messages),
  sickTable(messages, messages.health.panels.sick, [12, 8]),
  missing(messages),
];
