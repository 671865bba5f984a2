import { map } from 'rxjs';
import { askFrames } from '../source/ask.js';
import type { Answer } from '../source/useAnswer.js';
import { useAsked } from '../state/useAsked.js';
import { useLogs } from '../state/useLogs.js';
import { rangeJson } from '../time/timeRange.js';
import type { Volume } from './readVolume.js';
import { readVolume } from './readVolume.js';

/** The volume of all levels, also of those that are not chosen: so they can be. */
export function useVolume(): Answer<Volume | undefined> {
  const { source, range, selection: whole } = useLogs();
  const { levels: _all, ...selection } = whole;
  const question = { refId: 'volume', show: 'volume', selection } as const;
  return useAsked(['volume', selection, rangeJson(range)], () =>
    askFrames(source, question, range).pipe(map(readVolume)),
  );
}
