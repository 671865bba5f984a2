import { PanelPlugin } from '@grafana/data';
import { withDefaults } from '../shared/withDefaults.js';
import { TextPanel, type Options } from './TextPanel.js';

const DEFAULTS: Options = { mode: 'markdown', content: '' };

export const textPanel = () => withDefaults(new PanelPlugin<Options>(TextPanel), DEFAULTS);
