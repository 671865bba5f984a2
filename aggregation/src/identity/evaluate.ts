import { valueOf } from './match.js';
import type { Atom, Predicate } from './predicate.js';

/** A record's fields, flat, by their full names. */
export type RecordFields = ReadonlyMap<string, string>;

function holds(atom: Atom, record: RecordFields): boolean {
  const raw = record.get(atom.field) ?? '';
  if (raw === '') return false;
  switch (atom.op) {
    case 'exists':
      return true;
    case 'equals':
      return raw === atom.value;
    case 'matches': {
      const pattern = atom.match === undefined ? undefined : new RegExp(atom.match, 'u');
      const value = valueOf(pattern, raw);
      return value !== '' && (atom.value === undefined || value === atom.value);
    }
  }
}

/** Whether a record answers a predicate; what a search body made of the predicate must find, too. */
export function evaluate(predicate: Predicate, record: RecordFields): boolean {
  switch (predicate.op) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'not':
      return !holds(predicate.of, record);
    case 'and':
      return predicate.of.every((part) => evaluate(part, record));
    case 'or':
      return predicate.of.some((part) => evaluate(part, record));
    case 'exists':
    case 'equals':
    case 'matches':
      return holds(predicate, record);
  }
}
