import type { IdentityName } from '@gpuscope/aggregation';
import type { Selection, TimeRange } from '@gpuscope/aggregation/logs';
import type { Scope } from '@gpuscope/aggregation/scope';
import type { ValuesAnswer } from '@gpuscope/datasource/shared';
import type { AskMetrics, WorkloadName } from '../../prometheus/pods.js';
import { narrowed } from '../plan/narrowed.js';
import { namespacesFor } from '../plan/namespacesFor.js';

export interface NamesQuestion {
  readonly name: IdentityName;
  readonly selection: Selection;
  readonly prefix: string;
  readonly top: number;
  readonly range: TimeRange;
}

/** Metrics of a lone cluster do not name it. */
const isOf = (found: WorkloadName, scope: Scope): boolean =>
  scope.kind === 'everything' ||
  scope.tenants.some(({ grants }) =>
    grants.some(
      (grant) =>
        'namespace' in grant &&
        grant.namespace === found.namespace &&
        (found.cluster === '' || grant.cluster === found.cluster),
    ),
  );

/** The names that the metrics know, for records that do not tell them: without counts, by the alphabet. */
export async function metricNames(
  metrics: AskMetrics,
  all: Scope,
  { name, selection, prefix, top, range }: NamesQuestion,
  signal: AbortSignal,
): Promise<ValuesAnswer> {
  const asked = narrowed(all, selection);
  const { apps, users, tenants } = asked.selection;
  const question = {
    ...(apps !== undefined && { apps }),
    ...(users !== undefined && { users }),
    ...(tenants !== undefined && { tenants }),
    namespaces: namespacesFor(asked),
  };
  const { names, isCut } = await metrics.names(name, question, range, signal);
  const begins = prefix.toLowerCase();
  const fit = names
    .filter((found) => isOf(found, asked.scope))
    .map(({ text }) => text)
    .filter((text) => text !== '' && text.toLowerCase().startsWith(begins));
  const distinct = [...new Set(fit)].sort();
  return {
    values: distinct.slice(0, top).map((text) => ({ text })),
    isCut: isCut || distinct.length > top,
    notices: [
      `These come from the metrics, as the records do not tell them: not every ${name} here need have written lines.`,
    ],
  };
}
