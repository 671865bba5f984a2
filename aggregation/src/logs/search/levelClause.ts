import { GpuscopeError } from '../../errors.js';
import type { Field, Layout } from '../layout.js';
import type { LogLevel } from '../level.js';
import { LOG_LEVELS } from '../level.js';
import { valuesOfLevel } from '../levels/index.js';
import type { Clause } from './clause.js';
import { any, EVERY, NONE, none, oneOf } from './clause.js';
import { say } from '../../said/index.js';

export type LevelName = LogLevel | 'unknown';

export const LEVEL_NAMES: readonly LevelName[] = [...LOG_LEVELS, 'unknown'];

/** The field that says a record's level exactly; undefined where the level is in the line only. */
export function levelField(layout: Layout): (Field & { readonly exact: string }) | undefined {
  const field = layout.roles.level;
  return field?.exact === undefined ? undefined : { ...field, exact: field.exact };
}

export const hasLevels = (layouts: readonly Layout[]) =>
  layouts.some((layout) => levelField(layout) !== undefined);

function ofKnown(layout: Layout, level: LogLevel): Clause {
  const field = levelField(layout);
  return field === undefined ? NONE : oneOf(field.exact, valuesOfLevel(layout, field, level));
}

/** A layout's records of one of these levels; records without a level that is known are `unknown`. */
export function levelClause(layout: Layout, levels: readonly LevelName[]): Clause {
  const wanted = new Set(levels);
  if (LEVEL_NAMES.every((level) => wanted.has(level))) return EVERY;
  const known = LOG_LEVELS.filter((level) => wanted.has(level)).map((level) =>
    ofKnown(layout, level),
  );
  if (!wanted.has('unknown')) return any(...known);
  return any(...known, none(any(...LOG_LEVELS.map((level) => ofKnown(layout, level)))));
}

/** @throws GpuscopeError FIELD_NOT_EXACT where no layout has levels as a field. */
export function needLevels(layouts: readonly Layout[]): void {
  if (layouts.length === 0 || hasLevels(layouts)) return;
  throw new GpuscopeError('FIELD_NOT_EXACT', say('field.noLevel'));
}
