import { DashboardCursorSync } from '@grafana/data';
import {
  EmbeddedScene,
  SceneDataLayerSet,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
  behaviors,
  type SceneObject,
} from '@grafana/scenes';
import type { BoardSpec, Messages, PanelSpec } from '@gpuscope/dashboards';
import { Board } from './Board.js';
import { MarksLayer } from './MarksLayer.js';
import { Section } from './Section.js';
import { UrlLink } from './UrlLink.js';
import { appLinks, linkTemplate } from './links.js';
import { linesMenu } from './linesMenu.js';
import { panelOf } from './panelOf.js';
import { timeControls } from './TimeControls.js';
import type { PlacedState } from './size.js';
import { variableOf } from './variables.js';

/** What a scene takes from the site beside its board. */
export interface SceneSite {
  readonly messages: Messages;
  /** `uid` of the Prometheus to begin with. */
  readonly metricsUid: string | undefined;
  /** What the page adds below the board's first section. */
  readonly more?: readonly Section[];
  /** What the page draws in a panel's place; undefined: the panel. */
  readonly instead?: (panel: PanelSpec) => SceneObject<PlacedState> | undefined;
}

/** A board with its choices, marks and panels. All of its state is in the address. */
export function boardScene(board: BoardSpec, site: SceneSite): EmbeddedScene {
  const { messages, metricsUid, more = [], instead } = site;
  const names = board.variables.map(({ name }) => name);
  const rendering = { linkUrl: appLinks(names), words: messages.render, empties: false };
  // Only where something says whose lines: an app, a tenant, a node.
  const menu = () =>
    board.audience === 'tenant' || board.id === 'node' ? linesMenu(names) : undefined;
  const [first, ...rest] = board.sections.map(
    ({ id, title, panels }) =>
      new Section({
        id,
        title,
        panels: panels.map((panel) => instead?.(panel) ?? panelOf(panel, rendering, menu())),
      }),
  );
  return new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: board.from ?? 'now-6h', to: 'now' }),
    $variables: new SceneVariableSet({
      variables: board.variables.map((variable) => variableOf(variable, metricsUid)),
    }),
    $data: new SceneDataLayerSet({ layers: board.marks.map((mark) => new MarksLayer(mark)) }),
    $behaviors: [new behaviors.CursorSync({ key: 'sync', sync: DashboardCursorSync.Crosshair })],
    controls: [
      new VariableValueSelectors({}),
      ...board.links
        // Pages are in Grafana's menu; a link is for what the menu can't take along.
        .filter(({ keep = [] }) => keep.includes('app'))
        .map((link) => new UrlLink({ title: link.title, template: linkTemplate(names)(link) })),
      timeControls(),
    ],
    body: new Board({ parts: [...(first === undefined ? [] : [first]), ...more, ...rest] }),
  });
}
