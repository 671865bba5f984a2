export { encodeFrame } from './frames/encodeFrame.js';
export type { Asked } from './handlers/asked.js';
export { createPlugin, type LogsPlugin } from './handlers/createPlugin.js';
export type { CreateStore, PluginOptions, Timing } from './handlers/options.js';
export type { Log } from './log.js';
export type {
  DataSourceInstance,
  Headers,
  HealthResult,
  Plugin,
  PluginContext,
  PluginQuery,
  PluginUser,
  QueryError,
  QueryResult,
  ResourceRequest,
  ResourceResponse,
  StreamAnswer,
  StreamRequest,
} from './pluginProtocol/plugin.js';
export { createHostLog } from './process/hostLog.js';
export { runPlugin, type RunningPlugin } from './process/runPlugin.js';
export type { StoreTarget } from './settings/sourceSettings.js';
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
