import { PanelPlugin } from '@grafana/data';
import { HoldersPanel } from './HoldersPanel.js';
import type { HoldersOptions } from './options.js';

export type { HoldersOptions } from './options.js';

export const holdersPanel = new PanelPlugin<HoldersOptions>(HoldersPanel);
