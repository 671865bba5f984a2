import type {
  LinesPanel,
  NumberPanel,
  OwnPanel,
  PanelSpec,
  QuerySpec,
  StatesPanel,
} from '../spec/panelSpec.js';
import type { Json } from './json.js';

/** What is particular to a kind of panel: its type in Grafana, its options and its fields' own settings. */
export interface KindOptions {
  readonly type: string;
  readonly options: Json;
  readonly custom?: Json;
}

/** A number panel shows the last value of each series. */
const LAST = { values: false, calcs: ['lastNotNull'], fields: '' };

const LEGEND = { displayMode: 'list', placement: 'bottom', showLegend: true };

const stat = ({ past = false, rows = false }: NumberPanel): KindOptions => ({
  type: 'stat',
  options: {
    reduceOptions: LAST,
    textMode: 'value_and_name',
    colorMode: 'value',
    graphMode: past ? 'area' : 'none',
    justifyMode: 'auto',
    orientation: rows ? 'horizontal' : 'vertical',
    // The name beside its number takes the number's room.
    wideLayout: rows,
  },
});

const BAR_GAUGE: KindOptions = {
  type: 'bargauge',
  options: {
    reduceOptions: LAST,
    orientation: 'horizontal',
    displayMode: 'basic',
    valueMode: 'text',
    showUnfilled: true,
    // A single bar does not fill the panel.
    sizing: 'manual',
    minVizHeight: 16,
    maxVizHeight: 32,
  },
};

const ROW_PX = 38;
/** What heading, axis, legend and pages take of a timeline, and the least height of a row that can be read. */
const [AROUND_PX, STATE_PX] = [130, 20];

const stateTimeline = ({ size }: StatesPanel): KindOptions => ({
  type: 'state-timeline',
  options: {
    // As many rows as can be read; the others are on further pages.
    perPage: Math.max(5, Math.floor((size.height * ROW_PX - AROUND_PX) / STATE_PX)),
    mergeValues: true,
    showValue: 'auto',
    alignValue: 'left',
    rowHeight: 0.8,
    legend: LEGEND,
    tooltip: { mode: 'single' },
  },
  custom: { fillOpacity: 70, lineWidth: 0 },
});

const lines = ({ stacked = false, bars = false }: LinesPanel): KindOptions => ({
  type: 'timeseries',
  options: { legend: LEGEND, tooltip: { mode: 'multi', sort: 'desc' } },
  custom: {
    drawStyle: bars ? 'bars' : 'line',
    lineWidth: 1,
    fillOpacity: bars ? 80 : stacked ? 30 : 8,
    showPoints: 'never',
    // Gaps of a few scrapes are bridged, in milliseconds.
    spanNulls: 600_000,
    stacking: { mode: stacked ? 'normal' : 'none', group: 'A' },
  },
});

const table = (more: Json, custom: Json): KindOptions => ({
  type: 'table',
  options: { showHeader: true, cellHeight: 'sm', ...more },
  custom: { align: 'auto', minWidth: 70, wrapHeaderText: true, ...custom },
});

/** What our panels are told beside their answers: the unit, and what each query's figure is called. */
const own = (type: string, { unit, queries }: OwnPanel): KindOptions => ({
  type,
  options: { unit, names: Object.fromEntries(queries.flatMap(named)) },
});

const named = ({ refId, legend }: QuerySpec): [string, string][] =>
  legend === undefined ? [] : [[refId, legend]];

export function kindOptions(panel: PanelSpec): KindOptions {
  switch (panel.kind) {
    case 'stat':
      return stat(panel);
    case 'bargauge':
      return BAR_GAUGE;
    case 'timeseries':
      return lines(panel);
    case 'statetimeline':
      return stateTimeline(panel);
    case 'table': {
      const { sort } = panel;
      const sortBy = sort && [{ displayName: sort.title, desc: sort.descending }];
      return table(sortBy === undefined ? {} : { sortBy }, { filterable: true });
    }
    case 'matrix':
      return table(
        {},
        { filterable: false, cellOptions: { type: 'color-background', mode: 'basic' } },
      );
    case 'ring':
      return own('gpuscope-ring-panel', panel);
    case 'gpuMap':
      return own('gpuscope-gpumap-panel', panel);
    case 'holders':
      return own('gpuscope-holders-panel', panel);
  }
}
