import type { SearchPlan } from '../searchPlan.js';
import type { SearchBody } from './body.js';
import { askedBy, bodyOf, queryOf } from './body.js';
import { sourceOf } from './lines.js';

/** How many lines an estimate is made from. */
export const SAMPLE_LINES = 2_000;

/**
 * Lines drawn by lot, each as likely as any other; the same seed draws the same ones. Grafana asks again and again
 * for the same range: a drawing of another sample each time would flicker.
 */
export function sampleSearch(plan: SearchPlan, seed: number, size = SAMPLE_LINES): SearchBody {
  const asked = askedBy(plan);
  return {
    ...bodyOf(plan, asked, size, 'none'),
    query: {
      bool: {
        ...queryOf(asked).bool,
        must: [
          {
            function_score: {
              random_score: { seed: Math.trunc(seed), field: '_seq_no' },
              boost_mode: 'replace',
            },
          },
        ],
      },
    },
    _source: sourceOf(plan, []),
    sort: [{ _score: { order: 'desc' } }],
  };
}
