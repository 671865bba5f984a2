import { PanelPlugin } from '@grafana/data';
import { LinesPanel } from './LinesPanel.js';
import type { LinesOptions } from './options.js';

export type { LineActions } from './actions.js';
export { levelColor, levelText, ROW_LEVELS } from './levels.js';
export type { LogLinesProps } from './LogLines.js';
export { LogLines } from './LogLines.js';
export type { LinesOptions } from './options.js';
export { newestFirst, readRows, searchedWords } from './readRows.js';
export type { LogRow, RowLevel } from './row.js';

/** The plugin id under which Scenes draws lines. */
export const LINES_PANEL_ID = 'gpuscope-lines-panel';

export const linesPanel = new PanelPlugin<LinesOptions>(LinesPanel);
