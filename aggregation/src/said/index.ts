export { ENGLISH } from './english/index.js';
export type { Said, SaidValue } from './said.js';
export { fillPlaces, inEnglish, placesOf } from './said.js';
export type { SaidId } from './say.js';
export { say } from './say.js';
