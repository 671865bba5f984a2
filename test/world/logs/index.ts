export { LOG_HOST_REGISTRY } from './apps.js';
export { criText, isoNanos } from './cri.js';
export { createLogHistory, type LogHistoryOptions } from './history.js';
export { SHIPMENTS, type Shipment, type ShippedRecord } from './shapes/index.js';
export type { HostSource, LogSource, LogTruth, PodSource } from './truth.js';
export * from './load/index.js';
