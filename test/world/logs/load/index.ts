export { loadWorld, type LoadedWorld } from './loadWorld.js';
export { shipmentsFor } from './setups.js';
