import type { SearchPlan } from '../searchPlan.js';
import type { SearchBody } from './body.js';
import { bodyOf } from './body.js';
import type { Clause } from './clause.js';
import { all, EVERY } from './clause.js';
import { ofIndices } from './indexClause.js';
import { parseRecordId } from './recordId.js';
import { scopeClause } from './scopeClause.js';
import { sortOf } from './sort.js';

/** One record by its index and the store's own id. */
export function oneRecord(id: string): Clause {
  const { index, id: own } = parseRecordId(id);
  return all(ofIndices([index]), { ids: { values: [own] } });
}

/**
 * One record, whole, if the scope has it; its time doesn't matter.
 * @throws GpuscopeError QUERY_INVALID where the id is none.
 */
export function recordSearch(plan: SearchPlan, id: string): SearchBody {
  const asked = { scope: scopeClause(plan), range: EVERY, asked: oneRecord(id) };
  return { ...bodyOf(plan, asked, 1, 'none'), _source: true, sort: sortOf(plan, 'newest') };
}
