import type { Layout } from '../layout.js';
import type { SearchPlan } from '../searchPlan.js';
import type { Clause } from './clause.js';
import { all, EVERY } from './clause.js';
import { filtersClause } from './filterClause.js';

/** The lists of a selection that name where lines come from, and the field that each asks. */
const PLACES = [
  ['clusters', 'cluster'],
  ['namespaces', 'namespace'],
  ['pods', 'pod'],
  ['containers', 'container'],
  ['hosts', 'host'],
  ['units', 'unit'],
] as const;

/** A layout's records that come from the chosen clusters, namespaces, pods, containers, hosts and units. */
export function placeClause(plan: SearchPlan, layout: Layout): Clause {
  const parts = PLACES.map(([list, name]) => {
    const values = plan.selection[list] ?? [];
    if (values.length === 0) return EVERY;
    return filtersClause(plan, layout, [{ name, op: '=', values }]);
  });
  return all(...parts);
}
