import type { SearchPlan } from '../../searchPlan.js';
import type { Clause } from '../clause.js';
import { all, any } from '../clause.js';
import { ofLayout } from '../indexClause.js';
import type { GroupSource, Variant } from './source.js';
import { sourceKey } from './source.js';
import { variantsOf } from './variants.js';

/** Records that are grouped by the same sources, one for each name; no record is in two slices. */
export interface Slice {
  readonly id: string;
  readonly when: Clause;
  readonly sources: readonly GroupSource[];
}

type Combined = Omit<Slice, 'id'>;

function combine(before: readonly Combined[], variants: readonly Variant[]): readonly Combined[] {
  return before.flatMap(({ when, sources }) =>
    variants.map((variant) => ({
      when: all(when, variant.when),
      sources: [...sources, variant.source],
    })),
  );
}

/** The slices of a plan's records by names; the same for the same plan and names, so that answers can be read. */
export function slicesOf(plan: SearchPlan, by: readonly string[]): readonly Slice[] {
  const found = new Map<
    string,
    { readonly clauses: Clause[]; readonly sources: readonly GroupSource[] }
  >();
  for (const { layout } of plan.branches) {
    let combined: readonly Combined[] = [{ when: ofLayout(layout), sources: [] }];
    for (const name of by) combined = combine(combined, variantsOf(plan, layout, name));
    for (const { when, sources } of combined) {
      if ('match_none' in when) continue;
      const key = sources.map(sourceKey).join();
      const same = found.get(key);
      if (same === undefined) found.set(key, { clauses: [when], sources });
      else same.clauses.push(when);
    }
  }
  return [...found.values()].map(({ clauses, sources }, at) => ({
    id: `s${at}`,
    when: any(...clauses),
    sources,
  }));
}
