import type { Spelling } from '../shapes/index.js';

/** What the records of an index have in flattened maps, which mappings don't tell. */
export interface MapContent {
  /** How the keys are spelled that tell. */
  readonly spellings: readonly Spelling[];
  /** The maps in which some record has anything. */
  readonly held: readonly string[];
}

/** By index; one that isn't there has nothing in them. */
export type MapContents = ReadonlyMap<string, MapContent>;
