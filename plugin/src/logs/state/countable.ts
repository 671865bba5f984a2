import type { Selection } from '@gpuscope/aggregation/logs';
import type { AboutAnswer } from '@gpuscope/datasource/shared';

/** Whether lines can be counted by what is chosen: a store counts levels only where records hold them as a field. */
export const areLevelsCounted = (about: AboutAnswer | undefined): boolean =>
  about?.hasLevels === true;

/** The selection as far as a store can count by it. */
export function countable(selection: Selection, about: AboutAnswer | undefined): Selection {
  if (areLevelsCounted(about)) return selection;
  const { levels: _notCounted, ...rest } = selection;
  return rest;
}
