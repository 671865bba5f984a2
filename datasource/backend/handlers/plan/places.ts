import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { IdentityName, Predicate } from '@gpuscope/aggregation';
import type { Layout, NamedPlace, Notice, SearchPlan } from '@gpuscope/aggregation/logs';
import { unanswered, whoOf, warning } from '@gpuscope/aggregation/logs';
import { MAX_PODS } from '../../prometheus/pods.js';
import type { PodsQuestion } from '../../prometheus/pods.js';
import type { Admitted } from '../ask.js';
import { asGpuscopeError } from '../errors.js';
import { namespacesFor } from './namespacesFor.js';

type Base = Pick<SearchPlan, 'selection' | 'scope' | 'range' | 'identity'>;

/** Which of a layout's records are the chosen names'; may still hold patterns. */
export interface Places {
  readonly whoOf: (layout: Layout) => Predicate;
  readonly notices: readonly Notice[];
}

interface Wanted {
  readonly name: IdentityName;
  readonly value: string;
}

const keyOf = ({ name, value }: Wanted): string => JSON.stringify([name, value]);

const LISTS: Readonly<Record<IdentityName, keyof PodsQuestion>> = {
  tenant: 'tenants',
  app: 'apps',
  user: 'users',
};

/** The names whose places the records do not tell by themselves, each once. */
function wantedOf(base: Base, layouts: readonly Layout[]): readonly Wanted[] {
  const all = layouts.flatMap((layout) => unanswered(layout, identityOf(base)));
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

function identityOf({ selection, identity }: Base) {
  if (identity === undefined) throw new GpuscopeError('INTERNAL', 'a plan without identity rules');
  return { ...identity, selection };
}

interface Found {
  readonly places?: readonly NamedPlace[];
  readonly notice?: Notice;
  /** Why the metrics did not answer. */
  readonly error?: GpuscopeError;
}

async function find(
  { session, log }: Admitted,
  base: Base,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<Found> {
  const { metrics } = session;
  if (metrics === undefined) return {};
  const question: PodsQuestion = {
    [LISTS[wanted.name]]: [wanted.value],
    namespaces: namespacesFor(base),
  };
  try {
    const { pods, isCut } = await metrics.pods(question, base.range, signal);
    const { name, value } = wanted;
    const many = say('notice.podsCut', { name: say(`name.${name}`), value, most: MAX_PODS });
    return { places: pods, ...(isCut && { notice: warning(many) }) };
  } catch (error) {
    if (signal.aborted) throw error;
    return { error: asGpuscopeError(error, log) };
  }
}

/** Asks Prometheus for the pods of names, as far as the records do not tell and a Prometheus is known. */
export async function placesFor(
  admitted: Admitted,
  base: Base,
  layouts: readonly Layout[],
  signal: AbortSignal,
): Promise<Places> {
  const wanted = admitted.session.metrics === undefined ? [] : wantedOf(base, layouts);
  const found = new Map<string, Found>();
  await Promise.all(
    wanted.map(async (one) => found.set(keyOf(one), await find(admitted, base, one, signal))),
  );
  const places = (name: IdentityName, value: string): readonly NamedPlace[] | undefined =>
    found.get(keyOf({ name, value }))?.places;
  const failed = [...found.values()].flatMap(({ error }) => error ?? [])[0];
  return {
    whoOf: (layout) => {
      try {
        return whoOf(layout, { ...identityOf(base), places });
      } catch (error) {
        // That the records don't tell is no news to whoever has the metrics for it.
        throw failed ?? error;
      }
    },
    notices: [...found.values()].flatMap(({ notice }) => notice ?? []),
  };
}
