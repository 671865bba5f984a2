export type { Asked } from './handlers/asked.js';
export type { LogsPlugin } from './handlers/createPlugin.js';
export { createPlugin } from './handlers/createPlugin.js';
export type { CreateStore, PluginOptions, Timing } from './handlers/options.js';
export type { Log } from './log.js';
export {
  createStore,
  DEFAULT_STORE_OPTIONS,
  type LogStore,
  type StoreAbout,
  type StoreAnswer,
  type StoreOptions,
  type StoreReading,
  type StoreSearch,
} from './stores/index.js';
export type { StoreTarget } from './settings/sourceSettings.js';
