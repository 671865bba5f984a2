import type { Field, Layout } from '../layout.js';
import { LOG_LEVELS } from '../level.js';
import type { Clause } from '../search/clause.js';
import { levelClause } from '../search/levelClause.js';
import { levelOfStored } from '../levels/index.js';
import { hasWildcard, literal } from './exactTest.js';
import type { Value } from './node.js';

/** A level, in whatever way it is spelled; undefined for a text that is no level. */
export function levelTest(layout: Layout, field: Field, value: Value): Clause | undefined {
  if (value.kind === 'range' || field.exact === undefined) return undefined;
  if (value.kind === 'term' && hasWildcard(value.segments)) return undefined;
  const text = value.kind === 'phrase' ? value.text : literal(value.segments);
  const small = text.toLowerCase();
  if (small === 'unknown') return levelClause(layout, ['unknown']);
  const level = LOG_LEVELS.find((one) => one === small) ?? levelOfStored(layout, field, text);
  return level === undefined ? undefined : levelClause(layout, [level]);
}
