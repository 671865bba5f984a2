import { useEffect, useRef, useState } from 'react';
import { map } from 'rxjs';
import { readRows } from '../../panels/lines/readRows.js';
import type { LogRow } from '../../panels/lines/row.js';
import { askFrames } from '../source/ask.js';
import { errorText } from '../source/errorText.js';
import { useLogs } from '../state/useLogs.js';
import { fixedRange } from '../time/timeRange.js';
import { merged } from './merge.js';

export const EVERY_MS = 3000;
/** How late a line may come from its shipper and still be seen. */
const LATE_MS = 60_000;
/** Newest lines of one look. */
const MOST_FRESH = 500;

export interface Live {
  readonly isPaused: boolean;
  readonly setPaused: (isPaused: boolean) => void;
  /** Lines that came since the page was asked. */
  readonly fresh: readonly LogRow[];
  readonly error?: string;
}

const NONE: readonly LogRow[] = [];

/** The newest lines as they come, asked for every three seconds; not while paused, nor while nobody can see them. */
export function useLive(): Live {
  const { source, state, selection } = useLogs();
  const [isPaused, setPaused] = useState(false);
  const [fresh, setFresh] = useState(NONE);
  const [error, setError] = useState<string>();
  const { isLive, isJoined } = state;
  const key = JSON.stringify([source.uid, selection, isJoined]);
  const isRunning = isLive && !isPaused;
  const asked = useRef({ source, selection, isJoined });
  asked.current = { source, selection, isJoined };
  useEffect(() => {
    setFresh(NONE);
    setError(undefined);
  }, [key, isLive]);
  useEffect(
    () => (isRunning ? watch(asked.current, setFresh, setError) : undefined),
    [key, isRunning],
  );
  return { isPaused, setPaused, fresh, error };
}

type Asked = Pick<ReturnType<typeof useLogs>, 'source' | 'selection'> & {
  readonly isJoined: boolean;
};

type Put = (make: (before: readonly LogRow[]) => readonly LogRow[]) => void;

/** Asks again and again until it is stopped; a slow answer is waited for. */
function watch(
  { source, selection, isJoined }: Asked,
  put: Put,
  tell: (error: string | undefined) => void,
): () => void {
  const question = { refId: 'live', show: 'lines', selection, joinStacks: isJoined } as const;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = (): void => undefined;
  const again = (): void => {
    timer = setTimeout(look, EVERY_MS);
  };
  const look = (): void => {
    if (document.hidden) {
      again();
      return;
    }
    const now = Date.now();
    const range = fixedRange(now - LATE_MS, now + EVERY_MS);
    const listening = askFrames(source, { ...question, limit: MOST_FRESH }, range)
      .pipe(map(readRows))
      .subscribe({
        next: (rows) => {
          tell(undefined);
          put((before) => merged(before, rows));
          again();
        },
        error: (error: unknown) => {
          tell(errorText(error));
          again();
        },
      });
    stop = () => listening.unsubscribe();
  };
  look();
  return () => {
    clearTimeout(timer);
    stop();
  };
}
