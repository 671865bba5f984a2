export { encodeFrame } from './frames/encodeFrame.js';
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
export type {
  LogStore,
  StoreAbout,
  StoreAnswer,
  StoreReading,
  StoreSearch,
} from './stores/port.js';
