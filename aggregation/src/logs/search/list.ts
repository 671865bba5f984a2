import type { SearchPlan } from '../searchPlan.js';
import { GpuscopeError } from '../../errors.js';
import type { SearchBody } from './body.js';
import { askedFor, bodyOf } from './body.js';
import { all, any } from './clause.js';
import { describeIndices } from './exactField.js';
import { ofLayout } from './indexClause.js';
import { isListable } from './listable.js';
import { placeClause } from './placeClause.js';
import { LISTED_VALUES } from '../who/patterns.js';
import { say } from '../../said/index.js';

/** The name of the list in the answer. */
export const LIST = 'list';

/**
 * All values of one exact field in the plan's scope, range and places, whoever the records are of: what `fillIn`
 * needs. The plan's branches may hold patterns still.
 */
export function listSearch(plan: SearchPlan, field: string, size = LISTED_VALUES): SearchBody {
  for (const { layout } of plan.branches) {
    if (isListable(layout, field)) continue;
    throw new GpuscopeError(
      'FIELD_NOT_EXACT',
      say('field.notListed', {
        field,
        indices: describeIndices(layout),
        type: layout.field(field)?.type ?? 'unknown',
      }),
    );
  }
  const places = plan.branches.map(({ layout }) =>
    all(ofLayout(layout), placeClause(plan, layout)),
  );
  return {
    ...bodyOf(plan, askedFor(plan, any(...places)), 0, 'none'),
    aggs: { [LIST]: { terms: { field, size, shard_size: size, order: { _key: 'asc' } } } },
  };
}
