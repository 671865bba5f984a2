import type { Holder, UnplacedReason } from '@gpuscope/aggregation';
import type { Found } from './found.js';
import type { Naming } from './holderOf.js';
import { holderOf } from './holderOf.js';

/** A process on a device with its holder, or the reason why it has none. */
export interface NamedProcess extends Found {
  readonly holder?: Holder;
  readonly reason?: UnplacedReason;
}

export const nameAll = (found: readonly Found[], naming: Naming): NamedProcess[] =>
  found.map((one) => ({ ...one, ...holderOf(naming, one.place) }));

/** How many processes have no holder, by reason; one on several devices counts once. */
export function countUnplaced(processes: readonly NamedProcess[]): Map<UnplacedReason, number> {
  const reasons = new Map<number, UnplacedReason>();
  for (const { process, reason } of processes) {
    if (reason !== undefined) reasons.set(process.pid, reason);
  }
  const counts = new Map<UnplacedReason, number>();
  for (const reason of reasons.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}
