import {
  type FigureSpec,
  type ListId,
  LISTS,
  type PanelSpec,
  topTrend,
} from '@gpuscope/dashboards';
import { TopList } from './TopList.js';

/** Tables of the board that the app draws as lists. */
const STAND_FOR: Readonly<Record<string, ListId>> = {
  'top-nodes': 'nodes',
  'top-apps': 'apps',
  'top-users': 'users',
};

/** What the board's queries are, in their order: of the ten that lead, what is held, used and unused. */
const FIGURES = ['held', 'used', 'unused'] as const;

/** The list in place of one of the board's tables; undefined for any other panel. */
export function topList(panel: PanelSpec): TopList | undefined {
  const id = STAND_FOR[panel.id];
  if (id === undefined) return undefined;
  const list = LISTS[id];
  const figures: FigureSpec[] = panel.queries.flatMap(({ expr }, at) => {
    const figure = FIGURES[at];
    return figure === undefined ? [] : [{ id: figure, unit: 'gpus', expr }];
  });
  return new TopList(panel, { ...list, figures, trend: topTrend(list) });
}
