import type { DataFrame } from '@grafana/data';
import { FieldType } from '@grafana/data';
import { map } from 'rxjs';
import { askFrames } from '../source/ask.js';
import type { Answer } from '../source/useAnswer.js';
import { areLevelsCounted } from '../state/countable.js';
import { selectionOf } from '../state/selectionOf.js';
import { useAsked } from '../state/useAsked.js';
import { useLogs } from '../state/useLogs.js';
import { timeRangeOf } from '../time/timeRange.js';
import type { Widening } from './widenings.js';

/** The one number of an answer. */
export function countIn(frames: readonly DataFrame[]): number {
  const field = frames.flatMap(({ fields }) => fields).find((f) => f.type === FieldType.number);
  const value: unknown = field?.values[0];
  return typeof value === 'number' ? value : 0;
}

/** How many lines a widening would find: one cheap count; none where levels would have to be counted and can't. */
export function useCount({ id, state }: Widening): Answer<number> {
  const { source, about } = useLogs();
  const isCounted = state.levels.length === 0 || areLevelsCounted(about);
  const selection = selectionOf(state);
  const question = {
    refId: `widen-${id}`,
    show: 'counts',
    instant: true,
    by: [],
    selection,
  } as const;
  return useAsked(isCounted ? ['count', selection, state.from, state.to] : undefined, () =>
    askFrames(source, question, timeRangeOf(state.from, state.to)).pipe(map(countIn)),
  );
}
