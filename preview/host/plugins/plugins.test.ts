import { AppPlugin } from '@grafana/data';
import { constructor } from '../sources/construct.js';
import { PrometheusSource } from '../prometheus/datasource.js';
import { loadApp } from './app.js';
import { PanelPlugins } from './panelPlugins.js';

const loaded: { module: unknown; order: string[] } = { module: {}, order: [] };

jest.mock('./loader.js', () => ({
  loadPlugin: () => {
    loaded.order.push('module');
    return Promise.resolve(loaded.module);
  },
}));

jest.mock('./texts.js', () => ({
  loadTexts: () => {
    loaded.order.push('texts');
    return Promise.resolve();
  },
}));

const json = {
  id: 'app',
  type: 'app',
  name: 'App',
  info: { version: '1', logos: { small: 'img/a.svg', large: 'img/a.svg' } },
};

beforeEach(() => {
  loaded.order = [];
  globalThis.fetch = (() =>
    Promise.resolve({ ok: true, json: () => Promise.resolve(json) })) as never;
});

const BOOT = {
  datasources: [],
  app: { jsonData: { metricsUid: 'p' } },
  user: { login: 'a', role: 'Admin' },
} as const;

describe('an app', () => {
  it('gets its words before its module, and its settings before it is drawn', async () => {
    const plugin = new AppPlugin();
    const init = jest.spyOn(plugin, 'init');
    loaded.module = { plugin };
    const app = await loadApp('app', BOOT, 'en-US');
    expect(loaded.order).toEqual(['texts', 'module']);
    expect(app.plugin).toBe(plugin);
    expect(plugin.meta.jsonData).toEqual({ metricsUid: 'p' });
    expect(init).toHaveBeenCalledWith(app.meta);
  });

  it('is one that exports an app', async () => {
    loaded.module = { plugin: {} };
    await expect(loadApp('app', BOOT, 'en-US')).rejects.toThrow(/app exports no app/);
  });
});

describe('a source', () => {
  const settings = {
    uid: 'l',
    type: 'app-logs',
    name: 'L',
    meta: { id: 'app-logs' },
    jsonData: {},
  };

  it("is made of its plugin's class", async () => {
    class Source {
      constructor(readonly settings: unknown) {}
    }
    const load = () =>
      Promise.resolve({ plugin: { DataSourceClass: Source, components: { a: 1 } } });
    const source = await constructor(load)(settings as never);
    expect(source).toBeInstanceOf(Source);
    expect(source).toMatchObject({ settings, meta: settings.meta, components: { a: 1 } });
  });

  it("is the page's own for Prometheus", async () => {
    const load = jest.fn();
    const source = await constructor(load)({ ...settings, type: 'prometheus' } as never);
    expect(source).toBeInstanceOf(PrometheusSource);
    expect(load).not.toHaveBeenCalled();
  });

  it('is one that exports a source', async () => {
    const load = () => Promise.resolve({});
    await expect(constructor(load)(settings as never)).rejects.toThrow(/exports no data source/);
  });
});

describe('panels', () => {
  it('are made once, when they are first drawn', async () => {
    const panels = new PanelPlugins();
    expect(panels.getPanelPluginFromCache('text')).toBeUndefined();
    const [one, other] = await Promise.all(['text', 'text'].map(panels.importPanelPlugin));
    expect(one).toBe(other);
    expect(panels.getPanelPluginFromCache('text')).toBe(one);
    expect(one?.meta).toMatchObject({ id: 'text', name: 'Text', skipDataQuery: true });
  });

  it('that nobody draws are refused by name, and left to plugins', async () => {
    const panels = new PanelPlugins();
    await expect(panels.importPanelPlugin('geomap')).rejects.toThrow(/"geomap", only timeseries/);
    expect(panels.getPanelPluginFromCache('gpuscope-ring-panel')).toBeUndefined();
  });
});
