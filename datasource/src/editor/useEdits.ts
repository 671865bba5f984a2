import type { FocusEvent } from 'react';
import { useCallback, useRef } from 'react';
import type { Selection } from '@gpuscope/aggregation/logs';
import type { LogsQuery } from '../types.js';

/** How an editor's fields change the query, and when it is asked. */
export interface Edits {
  readonly query: LogsQuery;
  /** Changes the query; it is asked when the field is left. */
  readonly change: (part: Partial<LogsQuery>) => void;
  readonly select: (selection: Selection) => void;
  /** Changes the query and asks it at once: a switch, a removed row. */
  readonly changeAndRun: (part: Partial<LogsQuery>) => void;
  readonly run: () => void;
  /** To be put where the focus leaves the fields. */
  readonly onBlur: (event: FocusEvent) => void;
}

interface Wiring {
  readonly query: LogsQuery;
  readonly onChange: (query: LogsQuery) => void;
  readonly onRunQuery: () => void;
}

const withoutAbsent = (query: LogsQuery): LogsQuery =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as LogsQuery;

/** Changes are handed on at once, so that nothing is lost; the query is asked only when somebody is done. */
export function useEdits({ query, onChange, onRunQuery }: Wiring): Edits {
  const isChanged = useRef(false);
  // Two changes of one event both count, though the parent hasn't drawn us anew in between.
  const newest = useRef(query);
  newest.current = query;

  const change = useCallback(
    (part: Partial<LogsQuery>) => {
      newest.current = withoutAbsent({ ...newest.current, ...part });
      isChanged.current = true;
      onChange(newest.current);
    },
    [onChange],
  );
  const run = useCallback(() => {
    isChanged.current = false;
    onRunQuery();
  }, [onRunQuery]);
  const onBlur = useCallback(() => {
    if (isChanged.current) run();
  }, [run]);

  return {
    query,
    change,
    select: (selection) => change({ selection }),
    changeAndRun: (part) => {
      change(part);
      run();
    },
    run,
    onBlur,
  };
}
