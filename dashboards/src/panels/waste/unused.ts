import type { Messages } from '../../messages/messages.js';
import { maxBy } from '../../promql/expr.js';
import { lastActive } from '../../promql/lastActive.js';
import { SCALES } from '../../spec/level.js';
import { lines, numbers, table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import type { PanelText } from '../../spec/panelText.js';
import { labelColumn, nameColumns, podColumn, valueColumn } from '../columns.js';
import { heldBy, IDLE, idleBy } from './idle.js';

/** GPUs held now, and how many of them lay unused for how long. */
export const unusedNumbers = (
  { waste, words }: Messages,
  scope: string,
  size: readonly [number, number] = [24, 4],
): PanelSpec =>
  numbers(
    'stat',
    {
      id: 'unused',
      text: waste.panels.unused,
      unit: 'gpus',
      size,
      queries: [
        { expr: heldBy(scope), legend: words.held, role: 'held' },
        { expr: idleBy(scope, IDLE.hours), legend: words.unused2h, role: 'wasted' },
        { expr: idleBy(scope, IDLE.day), legend: words.unused1d, role: 'wasted' },
        { expr: idleBy(scope, IDLE.week), legend: words.unused1w, role: 'wasted' },
      ],
    },
    { thresholds: SCALES.plain },
  );

export const unusedOverTime = ({ waste, words }: Messages, scope: string): PanelSpec =>
  lines(
    {
      id: 'unused-over-time',
      text: waste.panels.unusedOverTime,
      unit: 'gpus',
      size: [24, 7],
      queries: [
        { expr: heldBy(scope), legend: words.held, role: 'held' },
        { expr: idleBy(scope, IDLE.hours), legend: words.unused2h, role: 'wasted' },
        { expr: idleBy(scope, IDLE.day), legend: words.unused1d, role: 'fault' },
      ],
    },
    { range: { min: 0 } },
  );

type Name = 'tenant' | 'app' | 'user';

/** Who holds GPUs that nobody uses, most first. */
export function unusedTable(
  messages: Messages,
  scope: string,
  id: string,
  text: PanelText,
  names: readonly Name[],
): PanelSpec {
  const { words } = messages;
  const labels = ['cluster', ...names];
  const some = `${idleBy(scope, IDLE.hours, labels)} > 0`;
  const queries = [
    heldBy(scope, labels),
    ...Object.values(IDLE).map((seconds) => idleBy(scope, seconds, labels)),
  ].map((expr) => ({ expr: `${expr} and (${some})` }));
  return table(
    { id, text, unit: 'gpus', size: [12, 9], queries },
    {
      columns: [
        ...nameColumns(messages, names),
        valueColumn('A', words.held, 'gpus', { width: 80 }),
        valueColumn('B', words.unused2h, 'gpus', { width: 85, thresholds: SCALES.waiting }),
        valueColumn('C', words.unused1d, 'gpus', { width: 85 }),
        valueColumn('D', words.unused1w, 'gpus', { width: 85 }),
      ],
      sort: { title: words.unused2h, descending: true },
    },
  );
}

const HOLDER = [
  'cluster',
  'tenant',
  'user',
  'app',
  'namespace',
  'pod',
  'node',
  'gpu',
  'gpu_instance',
];

/** Each device that was not used for two hours, with its holder. */
export function unusedDevices(messages: Messages, scope: string): PanelSpec {
  const { waste, words } = messages;
  const last = maxBy(HOLDER, lastActive(scope));
  const idle = `topk(200, time() - ${last} > ${String(IDLE.hours)})`;
  return table(
    {
      id: 'unused-devices',
      text: waste.panels.unusedDevices,
      unit: 'seconds',
      size: [24, 9],
      queries: [{ expr: idle }, { expr: `${heldBy(scope, HOLDER)} and (${idle})`, unit: 'gpus' }],
    },
    {
      columns: [
        ...nameColumns(messages, ['user', 'app', 'tenant', 'node']),
        podColumn(messages),
        labelColumn('gpu', words.gpu),
        labelColumn('gpu_instance', words.instance),
        valueColumn('A', words.idleFor, 'lasting', { width: 110, thresholds: SCALES.idle }),
        valueColumn('B', words.held, 'gpus', { width: 80 }),
      ],
      sort: { title: words.idleFor, descending: true },
    },
  );
}
