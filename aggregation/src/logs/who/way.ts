import type { Predicate, Rule } from '../../identity/index.js';
import { valueOf } from '../../identity/match.js';

/** Some records, and how their app, user or tenant is told: from one field's value, or they all have none. */
export interface Way {
  /** May hold `matches`. */
  readonly when: Predicate;
  readonly told?: Told;
  /** The records of each name, where no field tells it; the others have none. */
  readonly placed?: ReadonlyMap<string, Predicate>;
}

/** How a field's value tells a name. */
export interface Told {
  /** Ways with the same id give the same names to the same values. */
  readonly id: string;
  readonly field: string;
  readonly nameOf: (value: string) => string;
  /** Whether several values can give one name: the field's values have to be listed, as for `matches`. */
  readonly isMany: boolean;
}

export const exists = (field: string): Predicate => ({ op: 'exists', field });

/** How a rule tells a name from the field that it reads. */
export function toldBy({ match }: Rule, field: string): Told {
  const pattern = match === undefined ? undefined : new RegExp(match, 'u');
  return {
    id: JSON.stringify([field, match ?? null]),
    field,
    nameOf: (value) => valueOf(pattern, value),
    isMany: pattern !== undefined,
  };
}
