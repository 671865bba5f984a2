import { PanelPlugin } from '@grafana/data';
import { LAST } from '../shared/values.js';
import { withDefaults } from '../shared/withDefaults.js';
import { BarGaugePanel } from './BarGaugePanel.js';
import type { Options } from './options.js';

const DEFAULTS: Options = {
  reduceOptions: LAST,
  orientation: 'auto' as Options['orientation'],
  displayMode: 'gradient' as Options['displayMode'],
  valueMode: 'color' as Options['valueMode'],
  namePlacement: 'auto' as Options['namePlacement'],
  showUnfilled: true,
  minVizWidth: 8,
  minVizHeight: 16,
  maxVizHeight: 300,
};

export const barGaugePanel = () =>
  withDefaults(new PanelPlugin<Options>(BarGaugePanel), DEFAULTS).useFieldConfig();
