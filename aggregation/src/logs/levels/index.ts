export { levelOfStored, valuesOfLevel } from './fieldLevel.js';
export { levelOfLine } from './lineLevel.js';
export type { LevelScale } from './scale.js';
