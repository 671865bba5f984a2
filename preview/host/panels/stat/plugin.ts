import { PanelPlugin } from '@grafana/data';
import { withDefaults } from '../shared/withDefaults.js';
import { LAST } from '../shared/values.js';
import { StatPanel } from './StatPanel.js';
import type { Options } from './options.js';

const DEFAULTS: Options = {
  reduceOptions: LAST,
  orientation: 'auto' as Options['orientation'],
  graphMode: 'area' as Options['graphMode'],
  colorMode: 'value' as Options['colorMode'],
  justifyMode: 'auto' as Options['justifyMode'],
  textMode: 'auto' as Options['textMode'],
  wideLayout: true,
};

export const statPanel = () =>
  withDefaults(new PanelPlugin<Options>(StatPanel), DEFAULTS).useFieldConfig();
