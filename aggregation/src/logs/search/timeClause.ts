import type { Layout } from '../layout.js';
import type { TimeRange } from '../question.js';
import type { Clause } from './clause.js';

/** The field that a layout's records are sorted and cut by. */
export const timeField = (layout: Layout) => layout.roles.time.exact ?? layout.roles.time.path;

/** From a moment on. */
export function since(layout: Layout, fromMs: number): Clause {
  return { range: { [timeField(layout)]: { gte: Math.ceil(fromMs), format: 'epoch_millis' } } };
}

/** `fromMs` ≤ t < `toMs`. */
export function within(layout: Layout, { fromMs, toMs }: TimeRange): Clause {
  return { range: { [timeField(layout)]: { gte: fromMs, lt: toMs, format: 'epoch_millis' } } };
}
