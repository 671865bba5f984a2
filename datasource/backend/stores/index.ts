export { createStore } from './createStore.js';
export { DEFAULT_STORE_OPTIONS, type StoreOptions } from './options.js';
export type { LogStore, StoreAbout, StoreAnswer, StoreReading, StoreSearch } from './port.js';
