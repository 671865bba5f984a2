import { PanelPlugin } from '@grafana/data';
import { RingPanel } from './RingPanel.js';
import type { RingOptions } from './options.js';

export type { RingOptions } from './options.js';

export const ringPanel = new PanelPlugin<RingOptions>(RingPanel);
