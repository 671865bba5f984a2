import type { DataFrame } from '@grafana/data';
import { map } from 'rxjs';
import { newestFirst, readRows, searchedWords } from '../../panels/lines/readRows.js';
import type { LogRow } from '../../panels/lines/row.js';
import { withoutPatterns } from '../patterns/patternsOf.js';
import { askFrames } from '../source/ask.js';
import type { Answer } from '../source/useAnswer.js';
import { useAsked } from '../state/useAsked.js';
import { useLogs } from '../state/useLogs.js';
import { rangeJson } from '../time/timeRange.js';
import { isCut } from './isCut.js';

/** The newest lines that fit, and what is said of them. */
export interface Lines {
  readonly rows: readonly LogRow[];
  readonly searchWords: readonly string[];
  readonly notices: readonly string[];
  /** Whether there are more than these. */
  readonly isCut: boolean;
}

function readLines(frames: readonly DataFrame[], without: readonly string[]): Lines {
  return {
    rows: withoutPatterns(newestFirst(readRows(frames)), without),
    searchWords: searchedWords(frames),
    notices: frames.flatMap(({ meta }) => (meta?.notices ?? []).map(({ text }) => text)),
    isCut: isCut(frames),
  };
}

/** The lines of the page. */
export function useLines(): Answer<Lines> {
  const { source, state, selection, range } = useLogs();
  const { limit, isJoined, without } = state;
  const question = {
    refId: 'lines',
    show: 'lines',
    selection,
    limit,
    joinStacks: isJoined,
  } as const;
  return useAsked([question, without, rangeJson(range)], () =>
    askFrames(source, question, range).pipe(map((frames) => readLines(frames, without))),
  );
}
