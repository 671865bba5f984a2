import type { PanelPlugin } from '@grafana/data';
import { sceneUtils } from '@grafana/scenes';
import type { OwnKind } from '@gpuscope/dashboards';
import { gpuMapPanel } from './gpuMap/index.js';
import { holdersPanel } from './holders/index.js';
import { LINES_PANEL_ID, linesPanel } from './lines/index.js';
import { ringPanel } from './ring/index.js';

/** The plugin ids under which panels of our own are drawn by Scenes. */
const ownPanelId: Readonly<Record<OwnKind, string>> = {
  ring: 'gpuscope-ring-panel',
  gpuMap: 'gpuscope-gpumap-panel',
  holders: 'gpuscope-holders-panel',
};

const ours = (): readonly (readonly [id: string, plugin: PanelPlugin])[] => [
  [ownPanelId.ring, ringPanel],
  [ownPanelId.gpuMap, gpuMapPanel],
  [ownPanelId.holders, holdersPanel],
  [LINES_PANEL_ID, linesPanel],
];

let isDone = false;

/** Makes our panels known to Scenes. To be called before the first page is drawn; again does nothing. */
export function registerPanels(): void {
  if (isDone) return;
  isDone = true;
  for (const [pluginId, plugin] of ours())
    sceneUtils.registerRuntimePanelPlugin({ pluginId, plugin });
}
