export { loadWorld, type LoadedWorld } from './loadWorld.js';
export { logHistoryIntoStore, type LogHistoryIntoStoreOptions } from './historyIntoStore.js';
export { shipmentsFor } from './setups.js';
