import type { Messages } from '../messages/messages.js';
import { problems } from '../promql/sick.js';
import { table } from '../spec/panel.js';
import type { StockPanel } from '../spec/panelSpec.js';
import type { PanelText } from '../spec/panelText.js';
import { labelColumn, nameColumns } from './columns.js';

/** Boards that nobody should get, with what is wrong with each. */
export const sickTable = (
  messages: Messages,
  text: PanelText,
  size: readonly [number, number],
): StockPanel => {
  const { words, states } = messages;
  const found = `count by (cluster, node, gpu, model, problem) (\n${problems(states.problem)}\n)`;
  const [node, ...rest] = nameColumns(messages, ['node']);
  return table(
    { id: 'sick', text, unit: 'count', size, queries: [{ expr: found }] },
    {
      columns: [
        ...(node === undefined ? [] : [node]),
        labelColumn('gpu', words.gpu),
        labelColumn('problem', words.problem, { width: 260 }),
        labelColumn('model', words.model),
        ...rest,
      ],
    },
  );
};
