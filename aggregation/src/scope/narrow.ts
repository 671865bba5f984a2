import type { Scope } from './scope.js';

/** The part of a scope that is of these tenants; never more than the scope. No tenants: all that it has. */
export function narrowScope(scope: Scope, tenants: readonly string[]): Scope {
  if (scope.kind === 'everything' || tenants.length === 0) return scope;
  return {
    kind: 'tenants',
    tenants: scope.tenants.filter(({ tenant }) => tenants.includes(tenant)),
  };
}
