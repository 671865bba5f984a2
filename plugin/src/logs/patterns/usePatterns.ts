import { forkJoin, map, of } from 'rxjs';
import { readRows } from '../../panels/lines/readRows.js';
import { askFrames } from '../source/ask.js';
import type { Answer } from '../source/useAnswer.js';
import { useAsked } from '../state/useAsked.js';
import { useLogs } from '../state/useLogs.js';
import type { Pattern } from './patternsOf.js';
import { patternsOf, withoutPatterns } from './patternsOf.js';
import type { Samples } from './samples.js';
import { rangeJson } from '../time/timeRange.js';

/** Lines looked at on each side. */
const SAMPLE = 1000;

export interface Found {
  readonly patterns: readonly Pattern[];
  readonly lines: number;
}

/** What the lines of these times say, and what of it is new. */
export function usePatterns({ now, before }: Samples): Answer<Found> {
  const { source, selection, state } = useLogs();
  const ask = (refId: string, range: Samples['now']) =>
    askFrames(
      source,
      { refId, show: 'lines', selection, limit: SAMPLE, joinStacks: true },
      range,
    ).pipe(map(readRows));
  const parts = [selection, state.without, rangeJson(now), before && rangeJson(before)];
  return useAsked(parts, () =>
    forkJoin([
      ask('patterns', now),
      before === undefined ? of(undefined) : ask('patterns-before', before),
    ]).pipe(
      map(([rows, earlier]) => {
        const kept = withoutPatterns(rows, state.without);
        return { patterns: patternsOf(kept, earlier), lines: kept.length };
      }),
    ),
  );
}
