import { formatsSort, knowsNanos, sortsMixedTimes } from '../dialect.js';
import type { Layout } from '../layout.js';
import type { SearchPlan } from '../searchPlan.js';
import { commonTimeField } from './body.js';
import { isNumber } from './valueClause.js';

/** Nanoseconds as text: a JSON number can't hold them. */
export const NANOS_FORMAT = 'strict_date_optional_time_nanos';

export type Direction = 'newest' | 'oldest';

/** Whether some of the plan's indices keep nanoseconds. */
function sortsByNanos(plan: SearchPlan): boolean {
  return (
    knowsNanos(plan.dialect) &&
    plan.branches.some(({ layout }) => layout.roles.time.type === 'date_nanos')
  );
}

function timeSort(plan: SearchPlan, order: 'asc' | 'desc') {
  const nanos = sortsByNanos(plan);
  return {
    order,
    unmapped_type: 'date',
    ...(nanos && formatsSort(plan.dialect) ? { format: NANOS_FORMAT } : {}),
    ...(nanos && sortsMixedTimes(plan.dialect) ? { numeric_type: 'date_nanos' } : {}),
  };
}

/** The field that holds a line's place in its file. */
export function offsetField({ roles: { offset } }: Layout): string | undefined {
  return offset !== undefined && isNumber(offset.type) ? offset.exact : undefined;
}

/** These fields of all layouts, each once. */
export function offsetFields(plan: SearchPlan): readonly string[] {
  return [...new Set(plan.branches.flatMap(({ layout }) => offsetField(layout) ?? []))];
}

/** The order in which a shard took its records in: the same in every copy and at every time. */
export const TAKEN_IN = '_seq_no';

/**
 * By time, then by the place in the file, then by the order in which the store took the lines in. The clauses are a
 * list, so that no client can reorder them.
 */
export function sortOf(
  plan: SearchPlan,
  direction: Direction,
): readonly Readonly<Record<string, unknown>>[] {
  const order = direction === 'newest' ? 'desc' : 'asc';
  return [
    { [commonTimeField(plan)]: timeSort(plan, order) },
    ...offsetFields(plan).map((field) => ({
      [field]: { order, unmapped_type: 'long', missing: order === 'asc' ? '_last' : '_first' },
    })),
    { [TAKEN_IN]: { order, unmapped_type: 'long' } },
  ];
}
