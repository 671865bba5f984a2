import { GpuscopeError } from '@gpuscope/aggregation';
import type { Predicate } from '@gpuscope/aggregation';
import type { Notice, SearchBranch, SearchPlan, Selection } from '@gpuscope/aggregation/logs';
import { fillIn, listSearch, patternFields, readList } from '@gpuscope/aggregation/logs';
import type { Admitted } from '../ask.js';
import { partialNotices } from '../reading/notices.js';
import { searchStore } from '../reading/searchStore.js';

/** A store bears more, but not gladly; beyond this a rule with a pattern can't be asked backwards. */
const MAX_LISTED = 10_000;

type Base = Omit<SearchPlan, 'branches'>;

export interface Filled {
  readonly who: Predicate;
  readonly notices: readonly Notice[];
}

/** Of a selection what says where lines come from: it keeps lists short, and no text of the asker is in it. */
function placesOnly(selection: Selection): Selection {
  const { clusters, namespaces, pods, containers, hosts, units } = selection;
  return Object.fromEntries(
    Object.entries({ clusters, namespaces, pods, containers, hosts, units }).filter(
      ([, list]) => list !== undefined,
    ),
  );
}

async function list(
  admitted: Admitted,
  plan: SearchPlan,
  field: string,
  signal: AbortSignal,
): Promise<{ readonly texts: readonly string[]; readonly notices: readonly Notice[] }> {
  const body = listSearch(plan, field, MAX_LISTED);
  const answer = await searchStore(admitted, 'list', { index: plan.index, body }, signal);
  const { values, isCut } = readList(answer);
  if (isCut)
    throw new GpuscopeError(
      'LIMIT_EXCEEDED',
      `the field "${field}" holds more than ${MAX_LISTED} different texts in this time range, too many to find a name by a pattern; choose namespaces, or a shorter time range`,
    );
  return { texts: values, notices: partialNotices(answer) };
}

/**
 * Replaces the patterns of a predicate by the texts that fit them. A store can't be asked what a pattern takes from a
 * field: the texts that the field holds inside the scope are listed, and those that fit are asked for.
 */
export async function listValues(
  admitted: Admitted,
  base: Base,
  { layout, who }: SearchBranch,
  signal: AbortSignal,
): Promise<Filled> {
  const fields = patternFields(who);
  if (fields.length === 0) return { who, notices: [] };
  const plan: SearchPlan = {
    ...base,
    selection: placesOnly(base.selection),
    branches: [{ layout, who: { op: 'always' } }],
  };
  const lists = await Promise.all(
    fields.map(async (field) => [field, await list(admitted, plan, field, signal)] as const),
  );
  const listed = new Map(lists.map(([field, { texts }]) => [field, texts]));
  return { who: fillIn(who, listed), notices: lists.flatMap(([, { notices }]) => notices) };
}
