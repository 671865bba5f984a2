import type { ValuesAnswer, ValuesRequest } from '@gpuscope/datasource/shared';
import { fieldsOf } from '@gpuscope/aggregation/logs';
import type { Admitted } from '../ask.js';

/** The names that lines can be filtered and counted by. */
export async function fields(
  admitted: Admitted,
  { prefix = '' }: ValuesRequest,
  signal: AbortSignal,
): Promise<ValuesAnswer> {
  const { layouts, caps } = await admitted.session.known(signal);
  const names = fieldsOf(layouts, caps).filter((name) => name.startsWith(prefix));
  return { values: names.map((text) => ({ text })), isCut: false, notices: [] };
}
