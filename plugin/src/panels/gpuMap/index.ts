import { PanelPlugin } from '@grafana/data';
import { GpuMapPanel } from './GpuMapPanel.js';
import type { GpuMapOptions } from './options.js';

export type { GpuMapOptions } from './options.js';

export const gpuMapPanel = new PanelPlugin<GpuMapOptions>(GpuMapPanel);
