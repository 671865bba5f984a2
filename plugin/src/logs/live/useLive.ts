import type { DataFrame, TimeRange } from '@grafana/data';
import { useEffect, useRef, useState } from 'react';
import { isCut } from '../lines/isCut.js';
import { readRows } from '../../panels/lines/readRows.js';
import type { LogRow } from '../../panels/lines/row.js';
import { askFrames } from '../source/ask.js';
import { errorText } from '../source/errorText.js';
import { useLogs } from '../state/useLogs.js';
import { fixedRange } from '../time/timeRange.js';
import { EVERY_MS, everyLook } from './everyLook.js';
import { isApart, merged } from './merge.js';

/** How late a line may come from its shipper and still be seen. */
const LATE_MS = 60_000;
/** After a longer break a look may not reach back to the one before, with lines that come late. */
const LONGEST_BREAK_MS = LATE_MS / 2;
/** Newest lines of one look. */
const MOST_FRESH = 500;

export interface Live {
  readonly isPaused: boolean;
  readonly setPaused: (isPaused: boolean) => void;
  /** Lines that came since the page was asked. */
  readonly fresh: readonly LogRow[];
  /** Whether lines come so fast that some between are not shown. */
  readonly isBehind: boolean;
  readonly error?: string;
}

/** What came since the page was asked. */
interface Come {
  readonly rows: readonly LogRow[];
  /** Whether so many came at once that some between are not there. */
  readonly isBehind: boolean;
}

const NOTHING: Come = { rows: [], isBehind: false };

function comeOn(before: Come, frames: readonly DataFrame[]): Come {
  const found = readRows(frames);
  return {
    rows: merged(before.rows, found),
    isBehind: before.isBehind || (isCut(frames) && isApart(before.rows, found)),
  };
}

/** When the page's own lines were asked for, and until when lines were seen. */
function useSeen(range: TimeRange, key: string) {
  const times = useRef({ askedMs: 0, seenMs: 0 });
  useEffect(() => {
    times.current = { askedMs: Date.now(), seenMs: Date.now() };
  }, [range]);
  useEffect(() => {
    // The page's lines are of the time when its range was made, whatever was chosen since.
    times.current.seenMs = times.current.askedMs;
  }, [key]);
  return times;
}

/**
 * The newest lines as they come, asked for every three seconds; not while paused, nor while nobody can see them. After
 * a longer break the page itself is asked anew: what came meanwhile is more than a look brings.
 */
export function useLive(): Live {
  const { source, state, selection, range, refresh } = useLogs();
  const [isPaused, setPaused] = useState(false);
  const [come, setCome] = useState(NOTHING);
  const [error, setError] = useState<string>();
  const { isLive, isJoined } = state;
  const key = JSON.stringify([source.uid, selection, isJoined, isLive]);
  const seen = useSeen(range, key);
  const question = { refId: 'live', show: 'lines', selection, joinStacks: isJoined } as const;
  const newest = useRef({ source, question, refresh });
  newest.current = { source, question, refresh };
  useEffect(() => {
    setCome(NOTHING);
    setError(undefined);
  }, [key]);
  // The page was asked anew: what was left out is among its lines now.
  useEffect(() => setCome((before) => (before.isBehind ? NOTHING : before)), [range]);
  useEffect(() => {
    if (!isLive || isPaused) return undefined;
    const ask = (nowMs: number) => {
      const { source: asked, question: about } = newest.current;
      const around = fixedRange(nowMs - LATE_MS, nowMs + EVERY_MS);
      return askFrames(asked, { ...about, limit: MOST_FRESH }, around);
    };
    const next = (frames: readonly DataFrame[], nowMs: number) => {
      setError(undefined);
      const hasMissed = nowMs - seen.current.seenMs > LONGEST_BREAK_MS;
      setCome((before) => (hasMissed ? NOTHING : comeOn(before, frames)));
      seen.current.seenMs = nowMs;
      if (hasMissed) newest.current.refresh();
    };
    return everyLook(ask, { next, error: (reason) => setError(errorText(reason)) });
  }, [key, isLive, isPaused, seen]);
  return { isPaused, setPaused, fresh: come.rows, isBehind: come.isBehind, error };
}
