import { DashboardCursorSync } from '@grafana/data';
import {
  EmbeddedScene,
  SceneControlsSpacer,
  SceneDataLayerSet,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
  behaviors,
} from '@grafana/scenes';
import type { BoardSpec, Messages } from '@gpuscope/dashboards';
import { Board } from './Board.js';
import { MarksLayer } from './MarksLayer.js';
import { Section } from './Section.js';
import { appLinks } from './links.js';
import { panelOf } from './panelOf.js';
import { variableOf } from './variables.js';

/** What a scene takes from the site beside its board. */
export interface SceneSite {
  readonly messages: Messages;
  /** `uid` of the Prometheus to begin with. */
  readonly metricsUid: string | undefined;
}

/** A board with its choices, marks and panels. All of its state is in the address. */
export function boardScene(board: BoardSpec, { messages, metricsUid }: SceneSite): EmbeddedScene {
  const names = board.variables.map(({ name }) => name);
  const rendering = { linkUrl: appLinks(names), words: messages.render };
  return new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: 'now-6h', to: 'now' }),
    $variables: new SceneVariableSet({
      variables: board.variables.map((variable) => variableOf(variable, metricsUid)),
    }),
    $data: new SceneDataLayerSet({ layers: board.marks.map((mark) => new MarksLayer(mark)) }),
    $behaviors: [new behaviors.CursorSync({ key: 'sync', sync: DashboardCursorSync.Crosshair })],
    controls: [
      new VariableValueSelectors({}),
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ isOnCanvas: true, refresh: '1m' }),
    ],
    body: new Board({
      parts: board.sections.map(
        ({ title, panels }, at) =>
          new Section({
            id: panels[0]?.id ?? String(at),
            title,
            panels: panels.map((panel) => panelOf(panel, rendering)),
          }),
      ),
    }),
  });
}
