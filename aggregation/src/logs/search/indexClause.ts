import type { Layout } from '../layout.js';
import type { Clause } from './clause.js';
import { EVERY, oneOf } from './clause.js';

/** The records of these indices. */
export const ofIndices = (indices: readonly string[]): Clause => oneOf('_index', indices);

/** The records of a layout. */
export function ofLayout(layout: Layout): Clause {
  return layout.indices === undefined ? EVERY : ofIndices(layout.indices);
}
