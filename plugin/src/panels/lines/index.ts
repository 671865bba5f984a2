import { PanelPlugin } from '@grafana/data';
import { LinesPanel } from './LinesPanel.js';
import type { LinesOptions } from './options.js';

export type { LinesOptions } from './options.js';

/** The plugin id under which Scenes draws lines. */
export const LINES_PANEL_ID = 'gpuscope-lines-panel';

export const linesPanel = new PanelPlugin<LinesOptions>(LinesPanel);
