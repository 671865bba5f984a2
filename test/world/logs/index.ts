export { LOG_HOST_REGISTRY } from './apps.js';
export { createEventLog, eventsIntoStore, type EventLog } from './events/index.js';
export { createLogHistory, type LogHistoryOptions } from './history.js';
export { loadWorld, logHistoryIntoStore, shipmentsFor, type LoadedWorld } from './load/index.js';
export { SHIPMENTS, type Shipment } from './shapes/index.js';
export type { LogTruth, PodSource } from './truth.js';
