import { countedPatternFields } from '@gpuscope/aggregation/logs';
import type { Admitted } from '../ask.js';
import { distinct } from '../reading/notices.js';
import { listFields } from './listFields.js';
import type { Planned } from './planned.js';

/** A plan by which lines can be counted by names that rules with patterns give. */
export async function countable(
  admitted: Admitted,
  planned: Planned,
  by: readonly string[],
  signal: AbortSignal,
): Promise<Planned> {
  const { plan } = planned;
  const { identity } = plan;
  const fields = countedPatternFields(plan, by);
  if (identity === undefined || fields.length === 0) return planned;
  const { listed, notices } = await listFields(admitted, plan, fields, signal);
  return {
    ...planned,
    plan: { ...plan, identity: { ...identity, listed } },
    notices: distinct([...planned.notices, ...notices]),
  };
}
