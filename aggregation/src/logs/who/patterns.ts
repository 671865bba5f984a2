import { GpuscopeError } from '../../errors.js';
import type { Atom, Predicate } from '../../identity/index.js';
import { valueOf } from '../../identity/match.js';
import { ALWAYS, isLiteral, NEVER } from '../../identity/predicate.js';
import { say } from '../../said/index.js';

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

type Listed = ReadonlyMap<string, readonly string[]>;

/** A field's listed values by what a pattern takes from them; values that it takes nothing from are left out. */
type Taken = ReadonlyMap<string, readonly string[]>;

function takenFrom(values: readonly string[], match: string | undefined): Taken {
  const pattern = match === undefined ? undefined : new RegExp(match, 'u');
  const taken = new Map<string, string[]>();
  for (const raw of values) {
    const value = valueOf(pattern, raw);
    const same = taken.get(value);
    if (same === undefined) taken.set(value, [raw]);
    else same.push(raw);
  }
  taken.delete('');
  return taken;
}

/** Each list is looked through once for each pattern, however often the predicate asks. */
function lookThrough(listed: Listed): (field: string, match: string | undefined) => Taken {
  const known = new Map<string, Taken>();
  return (field, match) => {
    const key = JSON.stringify([field, match ?? null]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const values = listed.get(field);
    if (values === undefined) {
      throw new GpuscopeError('INTERNAL', `the values of "${field}" were not listed`);
    }
    const taken = takenFrom(values, match);
    known.set(key, taken);
    return taken;
  };
}

type TakenOf = ReturnType<typeof lookThrough>;

/** All or any of the parts. Ten thousand values are not worth the simplifying that `and` and `or` do. */
function joined(op: 'and' | 'or', parts: readonly Predicate[]): Predicate {
  const [neutral, decisive] = op === 'and' ? [ALWAYS, NEVER] : [NEVER, ALWAYS];
  if (parts.some((part) => part.op === decisive.op)) return decisive;
  const kept = parts.filter((part) => part.op !== neutral.op);
  const [only] = kept;
  if (only === undefined) return neutral;
  return kept.length === 1 ? only : { op, of: kept };
}

/** What an atom asks for; `isNot`: the opposite. */
function listedAtom(atom: Atom, takenOf: TakenOf, isNot = false): Predicate {
  if (atom.op !== 'matches') return isNot ? { op: 'not', of: atom } : atom;
  const taken = takenOf(atom.field, atom.match);
  const fit = atom.value === undefined ? [...taken.values()].flat() : (taken.get(atom.value) ?? []);
  const equals = fit.map((value): Atom => ({ op: 'equals', field: atom.field, value }));
  if (!isNot) return joined('or', equals);
  return joined(
    'and',
    equals.map((of): Predicate => ({ op: 'not', of })),
  );
}

function fill(predicate: Predicate, takenOf: TakenOf): Predicate {
  switch (predicate.op) {
    case 'and':
    case 'or':
      return joined(
        predicate.op,
        predicate.of.map((part) => fill(part, takenOf)),
      );
    case 'not':
      return listedAtom(predicate.of, takenOf, true);
    case 'exists':
    case 'equals':
    case 'matches':
      return listedAtom(predicate, takenOf);
    case 'always':
    case 'never':
      return predicate;
  }
}

/** The same question without patterns: each asks for the listed values that fit it. */
export const fillIn = (predicate: Predicate, listed: Listed): Predicate =>
  fill(predicate, lookThrough(listed));

/** Says that a field has more values than can be listed. */
export function tooManyValues(field: string): GpuscopeError {
  return new GpuscopeError('LIMIT_EXCEEDED', say('who.tooMany', { field, most: LISTED_VALUES }));
}
