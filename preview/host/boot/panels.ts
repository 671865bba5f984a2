/** Grafana's own panels that this page can draw, by id. */
export const STOCK_PANELS = {
  timeseries: 'Time series',
  stat: 'Stat',
  bargauge: 'Bar gauge',
  table: 'Table',
  'state-timeline': 'State timeline',
  text: 'Text',
} as const;

export type StockPanel = keyof typeof STOCK_PANELS;

export const isStockPanel = (id: string): id is StockPanel => Object.hasOwn(STOCK_PANELS, id);

const NO_LOGOS = { small: '', large: '' };

/** What is said of a panel where its plugin is not at hand. */
export const panelMeta = (id: StockPanel, sort = 0) => ({
  id,
  name: STOCK_PANELS[id],
  type: 'panel',
  sort,
  module: `core:plugin/${id}`,
  baseUrl: '',
  hideFromList: false,
  skipDataQuery: id === 'text',
  info: {
    author: { name: 'gpuscope preview' },
    description: '',
    links: [],
    logos: NO_LOGOS,
    screenshots: [],
    updated: '',
    version: '',
  },
});

export const panelMetas = () =>
  Object.fromEntries(
    (Object.keys(STOCK_PANELS) as StockPanel[]).map((id, sort) => [id, panelMeta(id, sort)]),
  );
