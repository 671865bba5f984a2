export { layoutOfIndex } from './layoutOfIndex.js';
export type { Layouts, LayoutsOptions } from './layoutsOf.js';
export { layoutsOf } from './layoutsOf.js';
export type { MapContent, MapContents } from './mapContents.js';
export { levelSearch, withHeldLevels } from './levelSearch.js';
export { mapSearch, readMaps } from './mapSearch.js';
