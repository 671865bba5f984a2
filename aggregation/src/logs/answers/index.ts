export type { Answer } from './answer.js';
export { readCounts } from './counts.js';
export { readSampledVolume } from './sampledVolume.js';
export type { ListedValue, ListedValues } from './values.js';
export { readList, readValues } from './values.js';
export { readVolume } from './volume.js';
