import type { Holder, UnplacedReason } from '@gpuscope/aggregation';
import type { Found } from './found.js';
import type { Naming } from './holderOf.js';
import { holderOf } from './holderOf.js';

/** A process on a device with its holder, or the reason why it has none. */
export interface NamedProcess extends Found {
  readonly holder?: Holder;
  readonly reason?: UnplacedReason;
  /** Device and holder together, as a key of maps. */
  readonly hold: string;
}

/** A device's key and a holder as one key; processes without a holder are taken together. */
export const holdKey = (device: string, holder: Holder | undefined): string =>
  `${device} ${JSON.stringify(holder ?? null)}`;

export const nameAll = (found: readonly Found[], naming: Naming): NamedProcess[] =>
  found.map((one) => {
    const named = holderOf(naming, one.place);
    return {
      ...one,
      ...named,
      hold: holdKey(one.key, 'holder' in named ? named.holder : undefined),
    };
  });

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
