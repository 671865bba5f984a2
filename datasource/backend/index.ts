export type { Asked } from './handlers/asked.js';
export type { LogsPlugin } from './handlers/createPlugin.js';
export { createPlugin } from './handlers/createPlugin.js';
export type { CreateStore, PluginOptions, Timing } from './handlers/options.js';
export type { Log } from './log.js';
export type {
  LogStore,
  StoreAbout,
  StoreAnswer,
  StoreReading,
  StoreSearch,
} from './stores/port.js';
