import type { Clause } from '../clause.js';

/** Where the groups of some records come from. */
export type GroupSource =
  /** All these records are one group. */
  | { readonly kind: 'constant'; readonly text: string }
  /** By a field's values; `id` tells apart namings of the same field. */
  | {
      readonly kind: 'terms';
      readonly field: string;
      readonly id: string;
      /** The group of a value, where it isn't the value itself. */
      readonly nameOf?: (value: string) => string;
      /** How many values to fetch, where the largest groups are not enough. */
      readonly size?: number;
    }
  /** By clauses; what fits none is the group `rest`. */
  | {
      readonly kind: 'clauses';
      readonly id: string;
      readonly groups: ReadonlyMap<string, Clause>;
      readonly rest: string;
    };

/** Some records of a layout, and how they are grouped by one name. */
export interface Variant {
  readonly when: Clause;
  readonly source: GroupSource;
}

/** Sources that give the same aggregation and the same groups have the same key. */
export const sourceKey = (source: GroupSource) =>
  JSON.stringify(source.kind === 'constant' ? [source.text] : [source.kind, source.id]);
