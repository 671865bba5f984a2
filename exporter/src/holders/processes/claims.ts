import type { Claim, DeviceRef, Holder } from '@gpuscope/aggregation';
import { refKey } from './found.js';
import type { NamedProcess } from './named.js';
import { holdKey } from './named.js';

/** A hold that something else than a process tells of. */
export interface Hold {
  readonly device: DeviceRef;
  readonly holder: Holder;
}

/** One claim for each device and holder, however many processes there are. */
export function claimsOf(processes: readonly NamedProcess[], given: readonly Hold[]): Claim[] {
  const claims = new Map<string, Claim>();
  const used = new Set<string>();
  for (const { device, holder } of given) {
    const key = refKey(device);
    used.add(key);
    claims.set(holdKey(key, holder), { device, holder, replicas: 1, resource: '' });
  }
  for (const { key, process } of processes) if (process.kind !== 'graphics') used.add(key);
  for (const { device, key, process, holder, hold } of processes) {
    // A screen's server has a context on every GPU that it sees: it holds one only where nobody computes or was given it.
    const onlyShows = process.kind === 'graphics' && used.has(key);
    if (holder === undefined || onlyShows || claims.has(hold)) continue;
    claims.set(hold, { device, holder, replicas: 1, resource: '' });
  }
  return [...claims.values()];
}
