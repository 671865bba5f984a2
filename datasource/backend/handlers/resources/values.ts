import { noticesJson } from '../reading/noticesJson.js';
import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { Notice, SearchPlan, TimeRange, ValuesQuestion } from '@gpuscope/aggregation/logs';
import { readValues, valuesSearch } from '@gpuscope/aggregation/logs';
import type { ValuesAnswer, ValuesRequest } from '@gpuscope/datasource/shared';
import type { Admitted } from '../ask.js';
import { clamped } from '../clamped.js';
import { countable } from '../plan/countable.js';
import { makePlan } from '../plan/makePlan.js';
import { checkedRange } from '../range.js';
import { distinct, partialNotices } from '../reading/notices.js';
import { searchPlanned } from '../reading/searchPlanned.js';

const DEFAULT_TOP = 1000;
const MAX_TOP = 10_000;

interface Bounds {
  readonly range: TimeRange;
  readonly notices: readonly Notice[];
}

async function fromRecords(
  admitted: Admitted,
  question: ValuesQuestion,
  { range, notices: before }: Bounds,
  signal: AbortSignal,
): Promise<ValuesAnswer> {
  const made = await makePlan(admitted, question.selection, range, signal);
  const { plan, notices } = await countable(admitted, made, [question.name], signal);
  const bodyOf = (some: SearchPlan) => valuesSearch(some, question);
  const answer = await searchPlanned(admitted, { kind: 'values', plan, bodyOf }, signal);
  const all = distinct([...before, ...notices, ...partialNotices(answer)]);
  return { ...readValues(plan, question, answer), ...noticesJson(all) };
}

/** Whose tenants a caller's are is known without looking at any record. */
function ownTenants({ scope }: Admitted, { name, prefix = '' }: ValuesQuestion) {
  if (name !== 'tenant' || scope.kind === 'everything') return undefined;
  const names = scope.tenants.map(({ tenant }) => tenant).filter((one) => one.startsWith(prefix));
  return { values: names.map((text) => ({ text })), isCut: false, notices: [] };
}

/**
 * The values that a name has in the lines that the caller may see, with counts.
 */
export async function values(
  admitted: Admitted,
  { selection, name = '', prefix, top = DEFAULT_TOP, range: asked }: ValuesRequest,
  signal: AbortSignal,
): Promise<ValuesAnswer> {
  if (name === '') throw new GpuscopeError('QUERY_INVALID', say('question.nameMissing'));
  const { settings } = admitted.session;
  const most = clamped(top, MAX_TOP, 'notice.mostValues');
  const range = checkedRange(asked, settings.limits.rangeMs);
  const question: ValuesQuestion = {
    show: 'values',
    selection,
    name,
    top: most.count,
    ...(prefix !== undefined && { prefix }),
  };
  const tenants = ownTenants(admitted, question);
  if (tenants !== undefined) return tenants;
  return fromRecords(admitted, question, { range, notices: most.notices }, signal);
}
