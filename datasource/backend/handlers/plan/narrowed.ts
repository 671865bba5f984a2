import type { Selection } from '@gpuscope/aggregation/logs';
import type { Scope } from '@gpuscope/aggregation/scope';
import { narrowScope } from '@gpuscope/aggregation/scope';

export interface Narrowed {
  readonly scope: Scope;
  readonly selection: Selection;
}

/**
 * Tenants that were chosen narrow the scope of whoever sees tenants only: whose records are whose is said by the
 * grants, not by the records. Who sees everything has no grants; there the identity rules tell tenants apart.
 */
export function narrowed(scope: Scope, selection: Selection): Narrowed {
  const { tenants = [], ...rest } = selection;
  if (scope.kind === 'everything') return { scope, selection };
  return { scope: narrowScope(scope, tenants), selection: rest };
}
