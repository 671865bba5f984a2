import { useCallback, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { readState } from './readState.js';
import type { LogsState } from './state.js';
import { writeState } from './writeState.js';

/** Changes what the page shows; Back undoes it. */
export type Change = (change: (state: LogsState) => LogsState) => void;

/** What the page shows, kept in its address alone. */
export function useLogsState(): readonly [state: LogsState, change: Change] {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const state = useMemo(() => readState(new URLSearchParams(search)), [search]);
  // Two changes of one moment both count: the second starts from the first.
  const newest = useRef({ state, search, pathname, navigate });
  newest.current = { state, search, pathname, navigate };
  const change = useCallback<Change>((make) => {
    const { state: before, search: others, pathname: at, navigate: go } = newest.current;
    const after = make(before);
    const addressOf = (state: LogsState) =>
      `?${writeState(state, new URLSearchParams(others)).toString()}`;
    const written = addressOf(after);
    // A step that changes nothing would have to be undone all the same.
    if (written === addressOf(before)) return;
    newest.current = { ...newest.current, state: after, search: written };
    go({ pathname: at, search: written });
  }, []);
  return [state, change];
}
