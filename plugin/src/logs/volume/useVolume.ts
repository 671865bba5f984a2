import type { TimeRange } from '@grafana/data';
import type { Selection } from '@gpuscope/aggregation/logs';
import { map } from 'rxjs';
import { askFrames } from '../source/ask.js';
import type { LogSource } from '../source/logSource.js';
import type { Answer } from '../source/useAnswer.js';
import { useAnswer } from '../source/useAnswer.js';
import { rangeJson } from '../time/timeRange.js';
import type { Volume } from './readVolume.js';
import { readVolume } from './readVolume.js';

/** The volume of all levels, also of those that are not chosen: so they can be. */
export function useVolume(
  source: LogSource,
  { levels: _all, ...selection }: Selection,
  range: TimeRange,
): Answer<Volume | undefined> {
  const question = { refId: 'volume', show: 'volume', selection } as const;
  return useAnswer(JSON.stringify([source.uid, selection, rangeJson(range)]), () =>
    askFrames(source, question, range).pipe(map(readVolume)),
  );
}
