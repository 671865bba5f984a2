import type { Notice, SearchPlan } from '@gpuscope/aggregation/logs';
import { countedPatternFields, namesToPlace } from '@gpuscope/aggregation/logs';
import type { Admitted } from '../ask.js';
import { distinct } from '../reading/notices.js';
import { listFields } from './listFields.js';
import { placedNames } from './placedNames.js';
import type { Planned } from './planned.js';

interface Step {
  readonly plan: SearchPlan;
  readonly notices: readonly Notice[];
}

/** With the pods that the metrics know, for names that the records don't tell. */
async function withPlaces(
  { session: { metrics } }: Admitted,
  plan: SearchPlan,
  by: readonly string[],
  signal: AbortSignal,
): Promise<Step> {
  const { identity } = plan;
  const names = namesToPlace(plan, by);
  if (identity === undefined || metrics === undefined || names.length === 0) {
    return { plan, notices: [] };
  }
  const { placed, notices } = await placedNames(metrics, plan, names, signal);
  return { plan: { ...plan, identity: { ...identity, placed } }, notices };
}

/** With the values of the fields that rules with patterns read. */
async function withLists(
  admitted: Admitted,
  plan: SearchPlan,
  by: readonly string[],
  signal: AbortSignal,
): Promise<Step> {
  const { identity } = plan;
  const fields = countedPatternFields(plan, by);
  if (identity === undefined || fields.length === 0) return { plan, notices: [] };
  const { listed, notices } = await listFields(admitted, plan, fields, signal);
  return { plan: { ...plan, identity: { ...identity, listed } }, notices };
}

/** A plan by which lines can be counted by names that the metrics tell, or rules with patterns. */
export async function countable(
  admitted: Admitted,
  planned: Planned,
  by: readonly string[],
  signal: AbortSignal,
): Promise<Planned> {
  const placed = await withPlaces(admitted, planned.plan, by, signal);
  const listed = await withLists(admitted, placed.plan, by, signal);
  return {
    ...planned,
    plan: listed.plan,
    notices: distinct([...planned.notices, ...placed.notices, ...listed.notices]),
  };
}
