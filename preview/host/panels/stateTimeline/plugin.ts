import { FieldColorModeId, FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { LegendDisplayMode, SortOrder, TooltipDisplayMode } from '@grafana/schema';
import { custom, HIDE_FROM } from '../shared/custom.js';
import { withDefaults } from '../shared/withDefaults.js';
import type { Options } from './options.js';
import { StateTimelinePanel } from './StateTimelinePanel.js';

const DEFAULTS: Options = {
  showValue: 'auto',
  mergeValues: true,
  alignValue: 'left',
  rowHeight: 0.9,
  legend: {
    displayMode: LegendDisplayMode.List,
    placement: 'bottom',
    showLegend: true,
    calcs: [],
  },
  tooltip: { mode: TooltipDisplayMode.Single, sort: SortOrder.None },
};

const CUSTOM = {
  lineWidth: 0,
  fillOpacity: 70,
  spanNulls: false,
  insertNulls: false,
  axisPlacement: 'auto',
  axisWidth: undefined,
  hideFrom: HIDE_FROM,
};

export const stateTimelinePanel = () =>
  withDefaults(new PanelPlugin<Options>(StateTimelinePanel), DEFAULTS).useFieldConfig({
    standardOptions: {
      [FieldConfigProperty.Color]: {
        settings: { byValueSupport: true, bySeriesSupport: true },
        defaultValue: { mode: FieldColorModeId.ContinuousGrYlRd },
      },
    },
    useCustomConfig: custom(CUSTOM),
  });
