import { GpuscopeError } from '../../errors.js';
import type { Layout } from '../layout.js';
import type { SearchPlan } from '../searchPlan.js';
import type { Clause } from './clause.js';
import { EVERY, NONE, oneOf, present } from './clause.js';
import { exactField } from './exactField.js';
import { ofIndices } from './indexClause.js';

export type ClusterPlan = Pick<SearchPlan, 'cluster' | 'indices'>;

/** Which cluster an index is of, by the one capture of `match`; empty where it names none. */
export function clusterOfIndex(match: string, index: string): string {
  return new RegExp(match, 'u').exec(index)?.[1] ?? '';
}

function indicesOf(plan: ClusterPlan, layout: Layout): readonly string[] {
  const indices = layout.indices ?? plan.indices;
  if (indices !== undefined) return indices;
  throw new GpuscopeError('INTERNAL', 'no indices given, though their names tell the cluster');
}

/** A layout's records of these clusters; the empty name is no cluster. */
export function ofClusters(plan: ClusterPlan, layout: Layout, names: readonly string[]): Clause {
  const wanted = new Set(names.filter((name) => name !== ''));
  if (wanted.size === 0) return NONE;
  const { cluster } = plan;
  switch (cluster.kind) {
    case 'only':
      return wanted.has(cluster.cluster) ? EVERY : NONE;
    case 'field': {
      const field = exactField(layout, 'cluster');
      return field === undefined ? NONE : oneOf(field, [...wanted]);
    }
    case 'index':
      return ofIndices(
        indicesOf(plan, layout).filter((index) => wanted.has(clusterOfIndex(cluster.match, index))),
      );
  }
}

/** A layout's records whose cluster is known. */
export function clusterPresent(plan: ClusterPlan, layout: Layout): Clause {
  const { cluster } = plan;
  switch (cluster.kind) {
    case 'only':
      return cluster.cluster === '' ? NONE : EVERY;
    case 'field': {
      const field = exactField(layout, 'cluster');
      return field === undefined ? NONE : present(field);
    }
    case 'index':
      return ofIndices(
        indicesOf(plan, layout).filter((index) => clusterOfIndex(cluster.match, index) !== ''),
      );
  }
}
