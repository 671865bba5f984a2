import type { Claim, DeviceRef, Holder } from '@gpuscope/aggregation';
import { refKey } from './found.js';
import type { NamedProcess } from './named.js';

/** A hold that something else than a process tells of. */
export interface Hold {
  readonly device: DeviceRef;
  readonly holder: Holder;
}

/**
 * A screen's server has a context on every GPU that it sees: it holds a GPU only where nobody computes and no job was
 * given it.
 */
function holds(processes: readonly NamedProcess[], given: readonly Hold[]): Hold[] {
  const used = new Set(given.map(({ device }) => refKey(device)));
  for (const { device, process } of processes) {
    if (process.kind !== 'graphics') used.add(refKey(device));
  }
  const placed = processes.flatMap(({ device, process, holder }) =>
    holder === undefined || (process.kind === 'graphics' && used.has(refKey(device)))
      ? []
      : [{ device, holder }],
  );
  return [...given, ...placed];
}

/** One claim for each device and holder, however many processes there are. */
export function claimsOf(processes: readonly NamedProcess[], given: readonly Hold[]): Claim[] {
  const claims = new Map<string, Claim>();
  for (const hold of holds(processes, given)) {
    claims.set(JSON.stringify([hold.device, hold.holder]), { ...hold, replicas: 1, resource: '' });
  }
  return [...claims.values()];
}
