import type { Notice, SearchPlan } from '@gpuscope/aggregation/logs';
import { LISTED_VALUES, listSearch, readList, tooManyValues } from '@gpuscope/aggregation/logs';
import type { Admitted } from '../ask.js';
import { partialNotices } from '../reading/notices.js';
import { searchStore } from '../reading/searchStore.js';

/** The texts that some fields hold in a plan's scope, range and places. */
export interface Listed {
  readonly listed: ReadonlyMap<string, readonly string[]>;
  readonly notices: readonly Notice[];
}

async function list(
  admitted: Admitted,
  plan: SearchPlan,
  field: string,
  signal: AbortSignal,
): Promise<{ readonly texts: readonly string[]; readonly notices: readonly Notice[] }> {
  const body = listSearch(plan, field, LISTED_VALUES);
  const answer = await searchStore(admitted, 'list', { index: plan.index, body }, signal);
  const notices = partialNotices(answer);
  const { values, isCut } = readList(answer);
  if (isCut) throw tooManyValues(field);
  return { texts: values, notices };
}

/**
 * Lists what fields hold, for rules with a pattern: a store can't be asked what a pattern takes from a field. Throws
 * LIMIT_EXCEEDED where a field holds too many texts.
 */
export async function listFields(
  admitted: Admitted,
  plan: SearchPlan,
  fields: readonly string[],
  signal: AbortSignal,
): Promise<Listed> {
  const lists = await Promise.all(
    fields.map(async (field) => [field, await list(admitted, plan, field, signal)] as const),
  );
  return {
    listed: new Map(lists.map(([field, { texts }]) => [field, texts])),
    notices: lists.flatMap(([, { notices }]) => notices),
  };
}
