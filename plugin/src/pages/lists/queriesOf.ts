import type { SceneDataQuery } from '@grafana/scenes';
import type { ListSpec } from '@gpuscope/dashboards';
import { TREND } from './rows.js';

/** What a list asks at once: a table per figure as of now, and the sparklines over the range. */
export function queriesOf({ figures, trend }: ListSpec): SceneDataQuery[] {
  const tables = figures.map(({ id, expr }) => ({
    refId: id,
    expr,
    instant: true,
    range: false,
    format: 'table',
  }));
  const lines = {
    refId: TREND,
    expr: trend,
    instant: false,
    range: true,
    format: 'time_series',
    legendFormat: '__auto',
  };
  return [...tables, lines];
}
