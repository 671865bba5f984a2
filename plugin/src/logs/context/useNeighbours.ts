import { useEffect, useRef, useState } from 'react';
import type { Subscription } from 'rxjs';
import { map } from 'rxjs';
import { readRows } from '../../panels/lines/readRows.js';
import type { LogRow } from '../../panels/lines/row.js';
import { askFrames } from '../source/ask.js';
import { errorText } from '../source/errorText.js';
import type { LogSource } from '../source/logSource.js';
import { fixedRange } from '../time/timeRange.js';

export type Side = 'before' | 'after';

/** Lines of one step away. */
const STEP = 50;
/** How far neighbours are looked for. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** The neighbours of a line on one side, the nearest first. */
export interface Neighbours {
  readonly rows: readonly LogRow[];
  readonly isLoading: boolean;
  /** Whether there are no more within a day. */
  readonly isEnd: boolean;
  readonly error?: string;
  readonly more: () => void;
}

type State = Omit<Neighbours, 'more'>;

const START: State = { rows: [], isLoading: true, isEnd: false };

/** The line's own millisecond belongs to both sides. */
const rangeOf = ({ timeMs }: LogRow, side: Side) =>
  side === 'before' ? fixedRange(timeMs - DAY_MS, timeMs + 1) : fixedRange(timeMs, timeMs + DAY_MS);

function askSide(source: LogSource, from: LogRow, side: Side) {
  const question = {
    refId: `context-${side}`,
    show: 'context',
    selection: {},
    limit: STEP,
    context: { id: from.id, direction: side },
  } as const;
  return askFrames(source, question, rangeOf(from, side)).pipe(map(readRows));
}

/** Lines of the same pod and container on one side of a line; `more` goes on from the last. */
export function useNeighbours(source: LogSource, anchor: LogRow, side: Side): Neighbours {
  const [state, setState] = useState(START);
  const asking = useRef<Subscription>();
  const from = (outermost: LogRow): void => {
    setState((before) => ({ ...before, isLoading: true, error: undefined }));
    asking.current?.unsubscribe();
    asking.current = askSide(source, outermost, side).subscribe({
      next: (found) =>
        setState(({ rows }) => ({
          rows: [...rows, ...found],
          isLoading: false,
          isEnd: found.length < STEP,
        })),
      error: (error: unknown) =>
        setState((before) => ({ ...before, isLoading: false, error: errorText(error) })),
    });
  };
  useEffect(() => {
    setState(START);
    from(anchor);
    return () => asking.current?.unsubscribe();
  }, [source, anchor, side]);
  return { ...state, more: () => from(state.rows.at(-1) ?? anchor) };
}
