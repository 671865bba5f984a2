import { evaluate } from './evaluate.js';
import type { Predicate } from './predicate.js';
import { ALWAYS, isLiteral, keyOf, NEVER } from './predicate.js';

/** The opposite, with `not` on atoms only. */
export function not(predicate: Predicate): Predicate {
  switch (predicate.op) {
    case 'always':
      return NEVER;
    case 'never':
      return ALWAYS;
    case 'not':
      return predicate.of;
    case 'and':
      return or(...predicate.of.map(not));
    case 'or':
      return and(...predicate.of.map(not));
    case 'exists':
    case 'equals':
    case 'matches':
      return { op: 'not', of: predicate };
  }
}

/** The parts of nested `op`s in one list, each once, in order. */
function flatten(op: 'and' | 'or', parts: readonly Predicate[]): readonly Predicate[] {
  const flat = parts.flatMap((part) => (part.op === op ? part.of : [part]));
  return [...new Map(flat.map((part) => [keyOf(part), part])).values()];
}

/** Atoms only: the opposite of a part that has parts would cost more than it saves. */
function contradicts(parts: readonly Predicate[]): boolean {
  const literals = parts.filter(isLiteral);
  const keys = new Set(literals.map(keyOf));
  return literals.some((part) => keys.has(keyOf(not(part))));
}

/** What a conjunction fixes: for each field, the one text it can hold (empty: it is absent). */
function fixedFields(parts: readonly Predicate[]): ReadonlyMap<string, string> {
  const fixed = new Map<string, string>();
  for (const part of parts) {
    if (part.op === 'equals') fixed.set(part.field, part.value);
    else if (part.op === 'not' && part.of.op === 'exists') fixed.set(part.of.field, '');
  }
  return fixed;
}

function decided(part: Predicate, fixed: ReadonlyMap<string, string>): boolean | undefined {
  if (!isLiteral(part)) return undefined;
  const field = part.op === 'not' ? part.of.field : part.field;
  return fixed.has(field) ? evaluate(part, fixed) : undefined;
}

function fixes(part: Predicate): boolean {
  return part.op === 'equals' || (part.op === 'not' && part.of.op === 'exists');
}

/** All of them. What follows from the rest is left out; what can't be true together is `never`. */
export function and(...parts: readonly Predicate[]): Predicate {
  const flat = flatten('and', parts).filter(({ op }) => op !== 'always');
  if (flat.some(({ op }) => op === 'never') || contradicts(flat)) return NEVER;
  const fixed = fixedFields(flat);
  if (flat.some((part) => decided(part, fixed) === false)) return NEVER;
  const kept = flat.filter((part) => fixes(part) || decided(part, fixed) !== true);
  const [only] = kept;
  if (only === undefined) return ALWAYS;
  return kept.length === 1 ? only : { op: 'and', of: kept };
}

/** Any of them. */
export function or(...parts: readonly Predicate[]): Predicate {
  const flat = flatten('or', parts).filter(({ op }) => op !== 'never');
  if (flat.some(({ op }) => op === 'always') || contradicts(flat)) return ALWAYS;
  const [only] = flat;
  if (only === undefined) return NEVER;
  return flat.length === 1 ? only : { op: 'or', of: flat };
}
