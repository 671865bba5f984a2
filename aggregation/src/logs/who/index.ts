export type { NamedPlace, PlacesOf } from './names.js';
export type { Naming, Unanswered } from './ofName.js';
export { fillIn, LISTED_VALUES, patternFields, tooManyValues } from './patterns.js';
export type { WhoOptions } from './whoOf.js';
export { unanswered, whoOf } from './whoOf.js';
export { recordNamer } from './recordNamer.js';
export type { PlacedNames } from './ways.js';
