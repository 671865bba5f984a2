import { type DataTransformerConfig, type FieldConfigSource } from '@grafana/data';
import {
  SceneDataTransformer,
  SceneQueryRunner,
  VizPanel,
  type SceneDataQuery,
  type VizPanelMenu,
} from '@grafana/scenes';
import { panelOptions, type PanelSpec, type RenderOptions } from '@gpuscope/dashboards';
import { BoardPanel } from './BoardPanel.js';
import { withDynamicLinks } from './dynamicLinks.js';
import { METRICS } from './variables.js';

/** A panel as Scenes draws it, from the same rendering as the board's JSON. */
export function panelOf(
  spec: PanelSpec,
  rendering: RenderOptions,
  menu?: VizPanelMenu,
): BoardPanel {
  const rendered = panelOptions(spec, rendering);
  const { type, title, description, targets, transformations, options, fieldConfig } = rendered;
  return new BoardPanel({
    key: `place-${spec.id}`,
    size: spec.size,
    ifEmpty: spec.text.ifEmpty,
    $data: new SceneDataTransformer({
      $data: new SceneQueryRunner({
        datasource: METRICS,
        queries: targets.map((target) => ({ ...target }) as unknown as SceneDataQuery),
      }),
      transformations: transformations.map(
        (one) => ({ ...one }) as unknown as DataTransformerConfig,
      ),
    }),
    panel: new VizPanel({
      key: spec.id,
      pluginId: type,
      title,
      description,
      options,
      ...(menu === undefined ? {} : { menu }),
      fieldConfig: withDynamicLinks(fieldConfig as unknown as FieldConfigSource),
    }),
  });
}
