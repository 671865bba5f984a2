export type { Rejection } from './bulk.js';
export {
  loadWorld,
  type LoadedShipment,
  type LoadedWorld,
  type LoadWorldOptions,
} from './loadWorld.js';
export { SETUPS, shipmentsFor } from './setups.js';
