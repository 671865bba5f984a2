import { GpuscopeError } from '@gpuscope/aggregation';
import type { SearchBody, SearchPlan } from '@gpuscope/aggregation/logs';
import { isTooLarge } from '@gpuscope/aggregation/logs';
import type { StoreAnswer } from '../../stores/port.js';
import type { Admitted } from '../ask.js';
import { searchStore } from './searchStore.js';

export interface PlannedSearch {
  readonly kind: string;
  readonly plan: SearchPlan;
  readonly bodyOf: (plan: SearchPlan) => SearchBody;
}

const canBeLooser = ({ selection, looseWords }: SearchPlan): boolean =>
  looseWords !== true && (selection.words ?? '').trim() !== '';

const refusedAsTooLarge = (error: unknown): boolean =>
  error instanceof GpuscopeError &&
  (isTooLarge(error.message) || (error.cause instanceof Error && isTooLarge(error.cause.message)));

/** Asks the store; words that are part of too many others for it are asked once more, more loosely. */
export async function searchPlanned(
  admitted: Pick<Admitted, 'session' | 'metrics'>,
  { kind, plan, bodyOf }: PlannedSearch,
  signal: AbortSignal,
): Promise<StoreAnswer> {
  const ask = (some: SearchPlan): Promise<StoreAnswer> =>
    searchStore(admitted, kind, { index: some.index, body: bodyOf(some) }, signal);
  if (!canBeLooser(plan)) return ask(plan);
  const looser = (): Promise<StoreAnswer> => ask({ ...plan, looseWords: true });
  try {
    const answer = await ask(plan);
    return answer.shards.reasons.some(isTooLarge) ? await looser() : answer;
  } catch (error) {
    if (!refusedAsTooLarge(error)) throw error;
    return looser();
  }
}
