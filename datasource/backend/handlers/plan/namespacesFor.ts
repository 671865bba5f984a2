import type { SearchPlan } from '@gpuscope/aggregation/logs';
import type { Scope } from '@gpuscope/aggregation/scope';

/** The namespaces that a scope names; pods of others can't be seen anyway. */
const namespacesOf = (scope: Scope): readonly string[] =>
  scope.kind === 'everything'
    ? []
    : [
        ...new Set(
          scope.tenants.flatMap(({ grants }) =>
            grants.flatMap((grant) => ('namespace' in grant ? [grant.namespace] : [])),
          ),
        ),
      ];

/** The namespaces that the metrics need be asked for: the chosen ones, else those of the scope; none are all. */
export function namespacesFor({
  selection: { namespaces = [] },
  scope,
}: Pick<SearchPlan, 'selection' | 'scope'>): readonly string[] {
  return namespaces.length > 0 ? namespaces : namespacesOf(scope);
}
