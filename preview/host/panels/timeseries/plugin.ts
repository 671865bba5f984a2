import { FieldColorModeId, FieldConfigProperty, PanelPlugin } from '@grafana/data';
import {
  AxisPlacement,
  GraphDrawStyle,
  GraphGradientMode,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LineInterpolation,
  ScaleDistribution,
  SortOrder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
} from '@grafana/schema';
import { custom, HIDE_FROM } from '../shared/custom.js';
import { withDefaults } from '../shared/withDefaults.js';
import type { Options } from './options.js';
import { TimeSeriesPanel } from './TimeSeriesPanel.js';

const DEFAULTS: Options = {
  legend: {
    displayMode: LegendDisplayMode.List,
    placement: 'bottom',
    showLegend: true,
    calcs: [],
  },
  tooltip: { mode: TooltipDisplayMode.Single, sort: SortOrder.None },
};

// What a graph in a fresh Grafana starts with.
const CUSTOM = {
  drawStyle: GraphDrawStyle.Line,
  lineInterpolation: LineInterpolation.Linear,
  barAlignment: 0,
  barMaxWidth: undefined,
  barWidthFactor: 0.6,
  lineWidth: 1,
  fillOpacity: 0,
  gradientMode: GraphGradientMode.None,
  fillBelowTo: undefined,
  lineStyle: undefined,
  lineColor: undefined,
  fillColor: undefined,
  pointColor: undefined,
  spanNulls: false,
  insertNulls: false,
  showPoints: VisibilityMode.Auto,
  showValues: false,
  pointSize: 5,
  pointSymbol: undefined,
  stacking: { mode: StackingMode.None, group: 'A' },
  transform: undefined,
  axisPlacement: AxisPlacement.Auto,
  axisLabel: '',
  axisWidth: undefined,
  axisSoftMin: undefined,
  axisSoftMax: undefined,
  axisGridShow: undefined,
  axisCenteredZero: false,
  axisColorMode: 'text',
  axisBorderShow: false,
  scaleDistribution: { type: ScaleDistribution.Linear },
  hideFrom: HIDE_FROM,
  thresholdsStyle: { mode: GraphThresholdsStyleMode.Off },
};

export const timeseriesPanel = () =>
  withDefaults(new PanelPlugin<Options>(TimeSeriesPanel), DEFAULTS).useFieldConfig({
    standardOptions: {
      [FieldConfigProperty.Color]: {
        settings: { byValueSupport: true, bySeriesSupport: true, preferThresholdsMode: false },
        defaultValue: { mode: FieldColorModeId.PaletteClassic },
      },
    },
    useCustomConfig: custom(CUSTOM),
  });
