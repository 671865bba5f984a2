import type { SubjectSite, TenancySite, TenantsFile } from '@gpuscope/aggregation';
import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { Scope, TenantGrants } from '@gpuscope/aggregation/scope';
import { EVERYTHING } from '@gpuscope/aggregation/scope';
import type { Caller } from '../../callers/caller.js';
import { describeCaller } from '../../callers/caller.js';

/** The people and services that a site names beside its tenants' members. */
export type Privileged = Pick<TenancySite, 'operators' | 'services'>;

const holds = (people: readonly SubjectSite[], caller: Caller & { kind: 'user' }): boolean =>
  people.some(
    ({ authenticatedBy, username }) =>
      authenticatedBy === caller.authenticatedBy && username === caller.username,
  );

function tenantsOf(
  caller: Caller,
  { tenants }: TenantsFile,
  { services }: Privileged,
): readonly string[] {
  if (caller.kind === 'service') return services.get(caller.login) ?? [];
  if (caller.kind !== 'user') return [];
  return [...tenants].filter(([, { members }]) => holds(members, caller)).map(([name]) => name);
}

/**
 * What a caller may see by the file: operators everything, members and services what their tenants are granted. Throws
 * ACCESS_DENIED for everybody else; tenants without a grant give an empty scope, which finds nothing.
 */
export function scopeFor(caller: Caller, file: TenantsFile, privileged: Privileged): Scope {
  if (caller.kind === 'user' && holds(privileged.operators, caller)) return EVERYTHING;
  const names = tenantsOf(caller, file, privileged);
  const tenants = names.flatMap((tenant): readonly TenantGrants[] => {
    const grants = file.tenants.get(tenant)?.grants;
    return grants === undefined ? [] : [{ tenant, grants }];
  });
  if (tenants.length === 0) throw denied(caller);
  return { kind: 'tenants', tenants };
}

function denied(caller: Caller): GpuscopeError {
  const why =
    caller.kind === 'unverified'
      ? say('access.unverified', { reason: caller.reason })
      : caller.kind === 'rule'
        ? say('access.rules')
        : say('access.noTenant');
  return new GpuscopeError(
    'ACCESS_DENIED',
    say('access.denied', { who: describeCaller(caller), why }),
  );
}
