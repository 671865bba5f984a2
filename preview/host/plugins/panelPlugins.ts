import type { PanelPlugin } from '@grafana/data';
import { isStockPanel, panelMeta, STOCK_PANELS, type StockPanel } from '../boot/panels.js';

/** Fetches the drawing of one of Grafana's panels. */
const DRAWN: Readonly<Record<StockPanel, () => Promise<PanelPlugin>>> = {
  timeseries: async () => (await import('../panels/timeseries/plugin.js')).timeseriesPanel(),
  stat: async () => (await import('../panels/stat/plugin.js')).statPanel(),
  bargauge: async () => (await import('../panels/bargauge/plugin.js')).barGaugePanel(),
  table: async () => (await import('../panels/table/plugin.js')).tablePanel(),
  'state-timeline': async () =>
    (await import('../panels/stateTimeline/plugin.js')).stateTimelinePanel(),
  text: async () => (await import('../panels/text/plugin.js')).textPanel(),
};

/** The stock panels, each made once, when it is first drawn. */
export class PanelPlugins {
  readonly #made = new Map<string, Promise<PanelPlugin>>();
  readonly #ready = new Map<string, PanelPlugin>();

  /** Answers undefined for a panel that isn't there yet, so that a plugin's own are asked, too. */
  readonly getPanelPluginFromCache = (id: string): PanelPlugin | undefined => this.#ready.get(id);

  /** @throws Error if the preview doesn't draw that panel, naming those that it does */
  readonly importPanelPlugin = (id: string): Promise<PanelPlugin> => {
    if (!isStockPanel(id)) {
      const known = Object.keys(STOCK_PANELS).join(', ');
      return Promise.reject(new Error(`The preview does not draw "${id}", only ${known}`));
    }
    const made = this.#made.get(id) ?? this.#make(id);
    this.#made.set(id, made);
    made.catch(() => this.#made.delete(id));
    return made;
  };

  async #make(id: StockPanel): Promise<PanelPlugin> {
    const plugin = await DRAWN[id]();
    // Grafana's type of what is said of a plugin asks for more than a host has to say.
    plugin.meta = panelMeta(id) as unknown as PanelPlugin['meta'];
    this.#ready.set(id, plugin);
    return plugin;
  }
}
