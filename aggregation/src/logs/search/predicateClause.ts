import { GpuscopeError } from '../../errors.js';
import type { Atom, Predicate } from '../../identity/index.js';
import type { Clause } from './clause.js';
import { all, any, EVERY, NONE, none, oneOf, present } from './clause.js';

function ofAtom(atom: Atom): Clause {
  switch (atom.op) {
    case 'exists':
      return present(atom.field);
    case 'equals':
      return oneOf(atom.field, [atom.value]);
    case 'matches':
      throw new GpuscopeError(
        'INTERNAL',
        `a store can't be asked what a pattern takes from "${atom.field}": its values have to be listed first`,
      );
  }
}

type Equals = Extract<Atom, { op: 'equals' }>;

/** Values by field, so that ten thousand pods are one clause. */
function merged(atoms: readonly Equals[]): readonly Clause[] {
  const byField = new Map<string, string[]>();
  for (const { field, value } of atoms) {
    const values = byField.get(field);
    if (values === undefined) byField.set(field, [value]);
    else values.push(value);
  }
  return [...byField].map(([field, values]) => oneOf(field, values));
}

const isEquals = (predicate: Predicate): predicate is Equals => predicate.op === 'equals';

function ofSome(parts: readonly Predicate[]): Clause {
  const rest = parts.filter((part) => !isEquals(part));
  return any(...merged(parts.filter(isEquals)), ...rest.map(predicateClause));
}

function ofEach(parts: readonly Predicate[]): Clause {
  const others: Predicate[] = [];
  const excluded: Equals[] = [];
  for (const part of parts) {
    if (part.op === 'not' && isEquals(part.of)) excluded.push(part.of);
    else others.push(part);
  }
  return all(...others.map(predicateClause), ...merged(excluded).map(none));
}

/**
 * What a store finds with this clause is what `evaluate` says of the records.
 * @throws GpuscopeError INTERNAL for `matches`: fill it in first.
 */
export function predicateClause(predicate: Predicate): Clause {
  switch (predicate.op) {
    case 'always':
      return EVERY;
    case 'never':
      return NONE;
    case 'not':
      return none(ofAtom(predicate.of));
    case 'and':
      return ofEach(predicate.of);
    case 'or':
      return ofSome(predicate.of);
    case 'exists':
    case 'equals':
    case 'matches':
      return ofAtom(predicate);
  }
}
