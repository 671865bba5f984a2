export { loadWorld, type LoadedWorld } from './loadWorld.js';
export { logHistoryIntoStore } from './historyIntoStore.js';
export { shipmentsFor } from './setups.js';
