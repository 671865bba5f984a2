import { PanelPlugin } from '@grafana/data';
import { TableCellDisplayMode, TableCellHeight } from '@grafana/schema';
import { custom, HIDE_FROM } from '../shared/custom.js';
import { withDefaults } from '../shared/withDefaults.js';
import { TablePanel, type Options } from './TablePanel.js';

const DEFAULTS: Options = {
  showHeader: true,
  cellHeight: TableCellHeight.Sm,
  frameIndex: 0,
  sortBy: [],
  showTypeIcons: false,
  enablePagination: false,
};

const CUSTOM = {
  align: 'auto',
  cellOptions: { type: TableCellDisplayMode.Auto },
  filterable: false,
  footer: { reducers: [] },
  'hideFrom.viz': HIDE_FROM.viz,
  inspect: false,
  minWidth: undefined,
  tooltip: undefined,
  width: undefined,
  wrapHeaderText: false,
  wrapText: false,
};

export const tablePanel = () =>
  withDefaults(new PanelPlugin<Options>(TablePanel), DEFAULTS).useFieldConfig({
    useCustomConfig: custom(CUSTOM),
  });
