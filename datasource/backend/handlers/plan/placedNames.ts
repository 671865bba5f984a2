import { say } from '@gpuscope/aggregation';
import type { IdentityName } from '@gpuscope/aggregation';
import type { NamedPlace, Notice, PlacedNames, SearchPlan } from '@gpuscope/aggregation/logs';
import { warning } from '@gpuscope/aggregation/logs';
import type { AskMetrics, NamedPod } from '../../prometheus/pods.js';
import { MAX_PODS } from '../../prometheus/pods.js';
import { namespacesFor } from './namespacesFor.js';

export interface Placed {
  readonly placed: PlacedNames;
  readonly notices: readonly Notice[];
}

function byName(pods: readonly NamedPod[]): ReadonlyMap<string, readonly NamedPlace[]> {
  const names = new Map<string, NamedPlace[]>();
  for (const { text, ...place } of pods) {
    const own = names.get(text);
    if (own === undefined) names.set(text, [place]);
    else own.push(place);
  }
  return names;
}

/** The pods of all apps, users or tenants of a plan's range, as the metrics know them. */
export async function placedNames(
  metrics: AskMetrics,
  plan: Pick<SearchPlan, 'selection' | 'scope' | 'range'>,
  names: readonly IdentityName[],
  signal: AbortSignal,
): Promise<Placed> {
  const question = { namespaces: namespacesFor(plan) };
  const found = await Promise.all(
    names.map(async (name) => {
      const { pods, isCut } = await metrics.namedPods(name, question, plan.range, signal);
      return { name, pods, isCut };
    }),
  );
  const cut = found.filter(({ isCut }) => isCut).map(({ name }) => name);
  return {
    placed: new Map(found.map(({ name, pods }) => [name, byName(pods)])),
    notices: cut.map((name) =>
      warning(say('notice.namedPodsCut', { most: MAX_PODS, name: say(`name.${name}`) })),
    ),
  };
}
