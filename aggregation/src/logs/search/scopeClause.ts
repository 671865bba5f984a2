import type { Grant, Scope } from '../../scope/index.js';
import type { Layout } from '../layout.js';
import type { SearchPlan } from '../searchPlan.js';
import type { Clause } from './clause.js';
import { all, any, EVERY, NONE, none, oneOf, present } from './clause.js';
import type { ClusterPlan } from './clusterClause.js';
import { ofClusters } from './clusterClause.js';
import { exactField } from './exactField.js';
import { ofLayout } from './indexClause.js';
import { since } from './timeClause.js';

type Key = (grant: Grant) => string;

/** Grants by a key, in the order in which keys first come; grants with an empty key are nobody's. */
function groups(grants: readonly Grant[], key: Key): ReadonlyMap<string, readonly Grant[]> {
  const found = new Map<string, Grant[]>();
  for (const grant of grants) {
    const name = key(grant);
    if (name !== '') found.set(name, [...(found.get(name) ?? []), grant]);
  }
  return found;
}

const floor: Key = ({ fromMs }) => (fromMs === undefined ? 'none' : String(fromMs));

/** Names on one field, those with a floor in a branch of their own with the floor beside them. */
function named(layout: Layout, field: string, grants: readonly Grant[], name: Key): Clause {
  const branches = [...groups(grants, floor).values()].map((same) => {
    const names = oneOf(
      field,
      same.map(name).filter((text) => text !== ''),
    );
    const fromMs = same[0]?.fromMs;
    return fromMs === undefined ? names : all(names, since(layout, fromMs));
  });
  return any(...branches);
}

function namespaces(layout: Layout, grants: readonly Grant[]): Clause {
  const own = grants.filter((grant) => 'namespace' in grant);
  const field = own.length > 0 ? exactField(layout, 'namespace') : undefined;
  if (field === undefined) return NONE;
  return named(layout, field, own, (grant) => ('namespace' in grant ? grant.namespace : ''));
}

function hosts(layout: Layout, grants: readonly Grant[]): Clause {
  const own = grants.filter((grant) => 'host' in grant);
  const field = own.length > 0 ? exactField(layout, 'host') : undefined;
  if (field === undefined) return NONE;
  const pod = exactField(layout, 'pod');
  const withoutPod = pod === undefined ? EVERY : none(present(pod));
  return all(
    withoutPod,
    named(layout, field, own, (grant) => ('host' in grant ? grant.host : '')),
  );
}

function ofOneLayout(plan: ClusterPlan, layout: Layout, grants: readonly Grant[]): Clause {
  const branches = [...groups(grants, ({ cluster }) => cluster)].map(([cluster, same]) =>
    all(ofClusters(plan, layout, [cluster]), any(namespaces(layout, same), hosts(layout, same))),
  );
  return all(ofLayout(layout), any(...branches));
}

/**
 * What the scope lets be seen, as one clause: it stands alone in the filter list of every body and is written from
 * the scope, the layouts and the site's settings only.
 * @throws GpuscopeError FIELD_NOT_EXACT where a layout has a field that the scope needs as words only.
 */
export function scopeClause(
  plan: ClusterPlan & { readonly scope: Scope; readonly branches: SearchPlan['branches'] },
): Clause {
  const { scope } = plan;
  if (scope.kind === 'everything') return EVERY;
  const grants = scope.tenants.flatMap((tenant) => tenant.grants);
  return any(...plan.branches.map(({ layout }) => ofOneLayout(plan, layout, grants)));
}
