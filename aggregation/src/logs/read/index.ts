export type { Direction, Ordered } from './orderRecords.js';
export { orderRecords } from './orderRecords.js';
export type { ReadOptions } from './readRecord.js';
export { readRecord } from './readRecord.js';
export { sourcePaths } from './sourcePaths.js';
