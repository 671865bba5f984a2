import type { DataSourceApi, DataSourceInstanceSettings } from '@grafana/data';
import { PROMETHEUS } from '../boot/sources.js';
import { PrometheusSource } from '../prometheus/datasource.js';

interface SourceModule {
  readonly plugin: {
    readonly DataSourceClass: new (settings: DataSourceInstanceSettings) => DataSourceApi;
    readonly components?: object;
    meta?: DataSourceInstanceSettings['meta'];
  };
}

/** Loads a plugin's module by its id. */
export type LoadModule = (id: string) => Promise<unknown>;

const isSourceModule = (module: unknown): module is SourceModule =>
  typeof (module as Partial<SourceModule>).plugin?.DataSourceClass === 'function';

/** Makes sources: Prometheus' from this page's own, any other from its built bundle. */
export const constructor =
  (load: LoadModule) =>
  async (settings: DataSourceInstanceSettings): Promise<DataSourceApi> => {
    // A source of particular queries counts as one of any, as Grafana has it, too.
    if (settings.type === PROMETHEUS)
      return new PrometheusSource(settings) as unknown as DataSourceApi;
    const module = await load(settings.type);
    if (!isSourceModule(module)) {
      throw new Error(`The plugin ${settings.type} exports no data source as \`plugin\``);
    }
    const { plugin } = module;
    plugin.meta = settings.meta;
    const source = new plugin.DataSourceClass(settings);
    source.components = { ...plugin.components };
    source.meta ??= settings.meta;
    return source;
  };
