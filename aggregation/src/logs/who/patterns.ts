import { GpuscopeError } from '../../errors.js';
import type { Atom, Predicate } from '../../identity/index.js';
import { evaluate } from '../../identity/index.js';
import { isLiteral } from '../../identity/predicate.js';
import { and, not, or } from '../../identity/simplify.js';

/** How many raw values of one field are listed for a rule with a pattern. */
export const LISTED_VALUES = 10_000;

function atomOf(predicate: Predicate): Atom | undefined {
  if (!isLiteral(predicate)) return undefined;
  return predicate.op === 'not' ? predicate.of : predicate;
}

function partsOf(predicate: Predicate): readonly Predicate[] {
  return predicate.op === 'and' || predicate.op === 'or' ? predicate.of : [];
}

/** The fields whose values have to be listed before a store can be asked; each once. */
export function patternFields(predicate: Predicate): readonly string[] {
  const atom = atomOf(predicate);
  const own = atom?.op === 'matches' ? [atom.field] : [];
  return [...new Set([...own, ...partsOf(predicate).flatMap(patternFields)])];
}

function listedAtom(atom: Atom, listed: ReadonlyMap<string, readonly string[]>): Predicate {
  if (atom.op !== 'matches') return atom;
  const { field } = atom;
  const values = listed.get(field);
  if (values === undefined) {
    throw new GpuscopeError('INTERNAL', `the values of "${field}" were not listed`);
  }
  const fit = values.filter((value) => evaluate(atom, new Map([[field, value]])));
  return or(...fit.map((value): Predicate => ({ op: 'equals', field, value })));
}

/** The same question without patterns: each asks for the listed values that fit it. */
export function fillIn(
  predicate: Predicate,
  listed: ReadonlyMap<string, readonly string[]>,
): Predicate {
  switch (predicate.op) {
    case 'and':
      return and(...predicate.of.map((part) => fillIn(part, listed)));
    case 'or':
      return or(...predicate.of.map((part) => fillIn(part, listed)));
    case 'not':
      return not(listedAtom(predicate.of, listed));
    case 'exists':
    case 'equals':
    case 'matches':
      return listedAtom(predicate, listed);
    case 'always':
    case 'never':
      return predicate;
  }
}

/** Says that a field has more values than can be listed. */
export function tooManyValues(field: string): GpuscopeError {
  return new GpuscopeError(
    'LIMIT_EXCEEDED',
    `the field "${field}" has more than ${LISTED_VALUES} values in this range, too many to tell apps, users and tenants by a rule with a pattern (or by pods' names): choose a shorter range, namespaces or clusters, or let the shipper write gpuscope.app and gpuscope.user`,
  );
}
