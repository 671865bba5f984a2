import type { AppPlugin, AppPluginMeta } from '@grafana/data';
import { metaOf, readPluginJson } from '../boot/pluginFiles.js';
import type { Language } from '../choice/index.js';
import type { Boot } from '../start/preview.js';
import { loadPlugin } from './loader.js';
import { loadTexts } from './texts.js';

/** An app with all that Grafana says of it. */
export interface App {
  readonly plugin: AppPlugin;
  readonly meta: AppPluginMeta;
}

const isAppModule = (module: unknown): module is { readonly plugin: AppPlugin } =>
  typeof (module as { plugin?: { init?: unknown } }).plugin?.init === 'function';

/** Loads an app's words, then its bundle, and gives it its settings. */
export async function loadApp(id: string, { app }: Boot, language: Language): Promise<App> {
  const [json] = await Promise.all([readPluginJson(id), loadTexts(id, language)]);
  const module = await loadPlugin(id);
  if (!isAppModule(module)) throw new Error(`The plugin ${id} exports no app as \`plugin\``);
  const meta = {
    ...metaOf(json),
    enabled: true,
    pinned: true,
    jsonData: app.jsonData,
    secureJsonFields: {},
  } as unknown as AppPluginMeta;
  const { plugin } = module;
  plugin.meta = meta;
  plugin.init(meta);
  return { plugin, meta };
}
