import { PanelPlugin } from '@grafana/data';
import { LAST } from '../shared/values.js';
import { withDefaults } from '../shared/withDefaults.js';
import { GaugePanel } from './GaugePanel.js';
import type { Options } from './options.js';

const DEFAULTS: Options = {
  reduceOptions: LAST,
  orientation: 'auto' as Options['orientation'],
  showThresholdMarkers: true,
  showThresholdLabels: false,
  minVizWidth: 75,
  minVizHeight: 75,
};

export const gaugePanel = () =>
  withDefaults(new PanelPlugin<Options>(GaugePanel), DEFAULTS).useFieldConfig();
