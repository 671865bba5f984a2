/**
 * A question about one log record. Fields hold texts; a field that is absent and one that holds the empty
 * text are the same.
 */
export type Predicate =
  | { readonly op: 'always' }
  | { readonly op: 'never' }
  | Atom
  | { readonly op: 'not'; readonly of: Atom }
  | { readonly op: 'and'; readonly of: readonly Predicate[] }
  | { readonly op: 'or'; readonly of: readonly Predicate[] };

export type Atom =
  /** The field holds a text that is not empty. */
  | { readonly op: 'exists'; readonly field: string }
  /** The field holds exactly this text, which is not empty. */
  | { readonly op: 'equals'; readonly field: string; readonly value: string }
  /**
   * What `valueOf` takes from the field, by `match` where there is one, is `value`; without `value`: is not
   * empty. A store can't be asked this: list the field's texts inside the scope and ask for those that fit.
   */
  | {
      readonly op: 'matches';
      readonly field: string;
      readonly match?: string;
      readonly value?: string;
    };

export const ALWAYS: Predicate = { op: 'always' };
export const NEVER: Predicate = { op: 'never' };

/** Whether a predicate is an atom or a negated one. */
export function isLiteral(
  predicate: Predicate,
): predicate is Atom | { readonly op: 'not'; readonly of: Atom } {
  return !['always', 'never', 'and', 'or'].includes(predicate.op);
}

/** A text that two predicates share only when they are the same. */
export function keyOf(predicate: Predicate): string {
  switch (predicate.op) {
    case 'always':
    case 'never':
      return predicate.op;
    case 'exists':
      return JSON.stringify(['exists', predicate.field]);
    case 'equals':
      return JSON.stringify(['equals', predicate.field, predicate.value]);
    case 'matches':
      return JSON.stringify([
        'matches',
        predicate.field,
        predicate.match ?? null,
        predicate.value ?? null,
      ]);
    case 'not':
      return `!${keyOf(predicate.of)}`;
    case 'and':
    case 'or':
      return `${predicate.op}(${predicate.of.map(keyOf).join(',')})`;
  }
}
