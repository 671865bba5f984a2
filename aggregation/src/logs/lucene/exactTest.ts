import type { Clause } from '../search/clause.js';
import type { ExactField } from '../search/namedField.js';
import { holdsSomething, holdsText, valueOneOf } from '../search/valueClause.js';
import { escapePattern } from '../words/escapePattern.js';
import type { Segment, Value } from './node.js';
import { rangeClause } from './rangeClause.js';
import { refuse } from './refuse.js';
import { say } from '../../said/index.js';

/** Types that hold one text under each key and know no wildcards. */
const MAPS = new Set(['flattened', 'flat_object']);

export const literal = (segments: readonly Segment[]) => segments.map(({ text }) => text).join('');

export const hasWildcard = (segments: readonly Segment[]) =>
  segments.some(({ isWildcard }) => isWildcard);

/** A lone `*`: whatever is there. */
export const isAnything = (value: Value) =>
  value.kind === 'term' &&
  value.segments.length > 0 &&
  value.segments.every(({ text, isWildcard }) => isWildcard && text === '*');

/** The pattern as stores read it. */
export const patternOf = (segments: readonly Segment[], write = (text: string) => text) =>
  segments.map(({ text, isWildcard }) => (isWildcard ? text : escapePattern(write(text)))).join('');

function wildcard(field: ExactField, segments: readonly Segment[], at: number): Clause {
  const { name, type } = field;
  if (!holdsText(type)) refuse(at, say('lucene.noWildcards', { field: name, type }));
  const body = segments.slice(0, -1);
  const isPrefix = segments.at(-1)?.text === '*' && body.length > 0 && !hasWildcard(body);
  if (isPrefix) return { prefix: { [name]: { value: literal(body) } } };
  if (MAPS.has(type)) {
    refuse(at, say('lucene.endWildcard', { field: name, type }));
  }
  return { wildcard: { [name]: { value: patternOf(segments) } } };
}

/** What a query asks of a field that holds whole values. */
export function exactTest(field: ExactField, value: Value, at: number): Clause {
  if (isAnything(value)) return holdsSomething(field);
  switch (value.kind) {
    case 'range':
      return rangeClause(field, value, at);
    case 'phrase':
      return valueOneOf(field, [value.text]);
    case 'term':
      return hasWildcard(value.segments)
        ? wildcard(field, value.segments, at)
        : valueOneOf(field, [literal(value.segments)]);
  }
}
