import type { Messages } from '../../messages/messages.js';
import { sumBy } from '../../promql/expr.js';
import { ON_NODES, select } from '../../promql/select.js';
import { SCALES } from '../../spec/level.js';
import { table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import type { PanelText } from '../../spec/panelText.js';
import { nameColumns, valueColumn } from '../columns.js';

/** The variable `rank`, chosen at the top: what the lists are ordered by. */
export const RANK = { held: '0', used: '1', unused: '2' } as const;

const SCOPE = [ON_NODES, 'tenant=~"$tenant"'];

/** Held, used and their difference of the ten that lead by the chosen figure. */
function topTen(labels: readonly string[]): readonly string[] {
  const held = sumBy(labels, select('gpu_workload_allocated_gpus', ...SCOPE));
  const used = `(${sumBy(labels, select('gpu_workload_used_gpus', ...SCOPE))} or 0 * ${held})`;
  const score =
    `${held} * ($rank != bool ${RANK.used})` +
    ` + ${used} * ($rank == bool ${RANK.used})` +
    ` - ${used} * ($rank == bool ${RANK.unused})`;
  const top = `topk(10, ${score})`;
  return [`${held} and ${top}`, `${used} and ${top}`, `(${held} - ${used}) and ${top}`];
}

type Name = 'tenant' | 'app' | 'user' | 'node';

/** Who it is, the figures, then whose it is: a narrow screen shows the figures first. */
const list = (
  messages: Messages,
  id: string,
  text: PanelText,
  names: readonly Name[],
): PanelSpec => {
  const [first, ...others] = nameColumns(messages, names);
  return table(
    {
      id,
      text,
      unit: 'gpus',
      size: [8, 9],
      queries: topTen(['cluster', ...names]).map((expr) => ({ expr })),
    },
    {
      columns: [
        ...(first === undefined ? [] : [first]),
        valueColumn('A', messages.words.held, 'gpus', { width: 88 }),
        valueColumn('B', messages.words.used, 'gpus', { width: 88 }),
        valueColumn('C', messages.words.unused, 'gpus', { width: 90, thresholds: SCALES.waiting }),
        ...others,
      ],
      sort: { title: messages.words.held, descending: true },
    },
  );
};

/** The ten machines, apps and users that hold, use or waste most. */
export function top(messages: Messages): readonly PanelSpec[] {
  const { panels } = messages.overview;
  return [
    list(messages, 'top-nodes', panels.topNodes, ['node']),
    list(messages, 'top-apps', panels.topApps, ['app', 'tenant']),
    list(messages, 'top-users', panels.topUsers, ['user', 'tenant']),
  ];
}
