import type { Grant, Scope } from './scope.js';

/** What of a record decides who may see it. Texts that it lacks are empty. */
export interface Placed {
  readonly cluster: string;
  readonly namespace: string;
  readonly pod: string;
  /** The machine. */
  readonly host: string;
  /** Nanoseconds since the epoch. */
  readonly timeNs: bigint;
}

function gives(grant: Grant, record: Placed): boolean {
  if (grant.cluster === '' || grant.cluster !== record.cluster) return false;
  if (grant.fromMs !== undefined && record.timeNs < BigInt(Math.ceil(grant.fromMs)) * 1_000_000n) {
    return false;
  }
  if ('namespace' in grant) return grant.namespace !== '' && grant.namespace === record.namespace;
  // A pod's record names its node as the host: whose machine that is says nothing about the pod.
  return record.pod === '' && grant.host !== '' && grant.host === record.host;
}

/**
 * Whether a record may be seen: what the search was told already, asked again of what came back. An empty cluster,
 * namespace or host is nobody's.
 */
export function inScope(record: Placed, scope: Scope): boolean {
  if (scope.kind === 'everything') return true;
  return scope.tenants.some(({ grants }) => grants.some((grant) => gives(grant, record)));
}
