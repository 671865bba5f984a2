import type { PanelSpec } from '../spec/panelSpec.js';
import type { Json } from './json.js';

const LAST = { values: false, calcs: ['lastNotNull'], fields: '' };

/** What is particular to a kind of panel: its type in Grafana, its options and its fields' own settings. */
export interface KindOptions {
  readonly type: string;
  readonly options: Json;
  readonly custom?: Json;
}

export function kindOptions(panel: PanelSpec): KindOptions {
  switch (panel.kind) {
    case 'stat':
      return {
        type: 'stat',
        options: {
          reduceOptions: LAST,
          textMode: 'value_and_name',
          colorMode: 'value',
          graphMode: 'area',
          justifyMode: 'auto',
          orientation: 'vertical',
        },
      };
    case 'gauge':
      return {
        type: 'gauge',
        options: { reduceOptions: LAST, showThresholdLabels: false, showThresholdMarkers: false },
      };
    case 'bargauge':
      return {
        type: 'bargauge',
        options: {
          reduceOptions: LAST,
          orientation: 'horizontal',
          displayMode: 'basic',
          valueMode: 'text',
          showUnfilled: true,
        },
      };
    case 'timeseries':
      return {
        type: 'timeseries',
        options: {
          legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
          tooltip: { mode: 'multi', sort: 'desc' },
        },
        custom: {
          drawStyle: 'line',
          lineWidth: 1,
          fillOpacity: panel.stacked === true ? 30 : 8,
          showPoints: 'never',
          spanNulls: false,
          stacking: { mode: panel.stacked === true ? 'normal' : 'none', group: 'A' },
        },
      };
    case 'statetimeline':
      return {
        type: 'state-timeline',
        options: {
          mergeValues: true,
          showValue: 'auto',
          alignValue: 'left',
          rowHeight: 0.8,
          legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
          tooltip: { mode: 'single' },
        },
        custom: { fillOpacity: 70, lineWidth: 0 },
      };
    case 'table':
    case 'matrix':
      return {
        type: 'table',
        options: {
          showHeader: true,
          cellHeight: 'sm',
          ...(panel.kind === 'table' && panel.sort !== undefined
            ? { sortBy: [{ displayName: panel.sort.title, desc: panel.sort.descending }] }
            : {}),
        },
        custom: {
          align: 'auto',
          filterable: panel.kind === 'table',
          ...(panel.kind === 'matrix'
            ? { cellOptions: { type: 'color-background', mode: 'basic' } }
            : {}),
        },
      };
  }
}
