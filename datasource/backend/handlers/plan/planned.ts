import type { Notice, SearchPlan } from '@gpuscope/aggregation/logs';
import type { Known } from '../../sessions/known.js';

/** A plan for a search, with what it was made from and what is to be said of it. */
export interface Planned {
  readonly plan: SearchPlan;
  readonly known: Known;
  readonly notices: readonly Notice[];
}
