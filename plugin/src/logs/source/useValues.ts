import type { TimeRange } from '@grafana/data';
import type { Selection } from '@gpuscope/aggregation/logs';
import type { ValuesAnswer, ValuesRequest } from '@gpuscope/datasource/shared';
import { rangeJson } from '../time/timeRange.js';
import { askResource } from './ask.js';
import type { Answer } from './useAnswer.js';
import { countable } from '../state/countable.js';
import { useAsked } from '../state/useAsked.js';
import { useLogs } from '../state/useLogs.js';

export interface ValuesQuestion {
  readonly selection: Selection;
  readonly range: TimeRange;
  /** Left out: the names of the fields that the lines have. */
  readonly name?: string;
  readonly prefix?: string;
  readonly top?: number;
}

/** The values that a name has in the lines, with counts; asks nothing while it is not wanted. */
export function useValues(
  { selection, range, name, prefix, top }: ValuesQuestion,
  isWanted = true,
): Answer<ValuesAnswer> {
  const { source, about } = useLogs();
  const request: ValuesRequest = {
    selection: countable(selection, about),
    range: rangeJson(range),
    ...(name === undefined ? {} : { name }),
    ...(prefix === undefined || prefix === '' ? {} : { prefix }),
    ...(top === undefined ? {} : { top }),
  };
  const path = name === undefined ? 'fields' : 'values';
  return useAsked(isWanted ? [path, request] : undefined, () =>
    askResource<ValuesAnswer>(source, path, request),
  );
}
