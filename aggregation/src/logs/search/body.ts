import { tracksTotals } from '../dialect.js';
import type { SearchPlan } from '../searchPlan.js';
import { GpuscopeError } from '../../errors.js';
import type { Clause } from './clause.js';
import { all, any } from './clause.js';
import { scopeClause } from './scopeClause.js';
import { selectionClause } from './selectionClause.js';
import { timeField, within } from './timeClause.js';
import { say } from '../../said/index.js';

/** A search as stores are sent it. */
export type SearchBody = Readonly<Record<string, unknown>>;

/** The clause list of a search: who may see, when, and what was asked for, each an entry of its own. */
export interface Asked {
  readonly scope: Clause;
  readonly range: Clause;
  readonly asked: Clause;
}

/** The records of the plan's range, by each layout's time. */
function rangeClause(plan: SearchPlan): Clause {
  const ranges = new Map(
    plan.branches.map(({ layout }) => [timeField(layout), within(layout, plan.range)]),
  );
  return any(...ranges.values());
}

/** The plan's own question: its scope, range and selection. */
export function askedBy(plan: SearchPlan): Asked {
  return { scope: scopeClause(plan), range: rangeClause(plan), asked: selectionClause(plan) };
}

/** All records of a scope and a range that a clause fits. */
export function askedFor(plan: SearchPlan, ...clauses: readonly Clause[]): Asked {
  return { scope: scopeClause(plan), range: rangeClause(plan), asked: all(...clauses) };
}

/** The filter list: the scope always comes first and alone. */
export function queryOf({ scope, range, asked }: Asked) {
  return { bool: { filter: [scope, range, asked] } };
}

/** How exact a total has to be: to the last record, up to a number, or not told at all. */
export type Totals = 'exact' | 'none' | number;

function totals(plan: SearchPlan, wanted: Totals) {
  if (!tracksTotals(plan.dialect)) return {};
  return { track_total_hits: typeof wanted === 'number' ? wanted : wanted === 'exact' };
}

/** What all bodies begin with. */
export function bodyOf(plan: SearchPlan, asked: Asked, size: number, wanted: Totals) {
  return {
    size,
    timeout: `${Math.max(1, Math.round(plan.timeoutMs))}ms`,
    ...totals(plan, wanted),
    query: queryOf(asked),
  };
}

/**
 * The one field that all layouts' records have their time in.
 * @throws GpuscopeError FIELD_NOT_EXACT where they differ: lines of different fields can't be sorted into one list.
 */
export function commonTimeField(plan: SearchPlan): string {
  const fields = [...new Set(plan.branches.map(({ layout }) => timeField(layout)))];
  const [only] = fields;
  if (only === undefined) throw new GpuscopeError('INTERNAL', 'a search of no layout at all');
  if (fields.length === 1) return only;
  throw new GpuscopeError(
    'FIELD_NOT_EXACT',
    say('field.timesDiffer', { index: plan.index, fields: fields.join(', ') }),
  );
}
