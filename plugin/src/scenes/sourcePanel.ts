import { SceneQueryRunner, VizPanel, type SceneDataQuery, type SceneObject } from '@grafana/scenes';
import { BoardPanel } from './BoardPanel.js';
import type { Size } from './size.js';

export interface SourcePanel {
  /** A word for tests and addresses. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly ifEmpty: string;
  readonly size: Size;
  readonly source: { readonly uid: string; readonly type: string };
  readonly pluginId: string;
  readonly query: SceneDataQuery;
  readonly unit?: string;
  readonly actions?: SceneObject[];
}

/** A panel that asks another data source than the boards do. */
export const sourcePanel = (panel: SourcePanel): BoardPanel =>
  new BoardPanel({
    key: `place-${panel.id}`,
    size: panel.size,
    ifEmpty: panel.ifEmpty,
    $data: new SceneQueryRunner({
      datasource: { uid: panel.source.uid, type: panel.source.type },
      queries: [panel.query],
    }),
    panel: new VizPanel({
      key: panel.id,
      pluginId: panel.pluginId,
      title: panel.title,
      description: panel.description,
      fieldConfig: { defaults: { unit: panel.unit ?? 'short', min: 0 }, overrides: [] },
      ...(panel.actions === undefined ? {} : { headerActions: panel.actions }),
    }),
  });
