import type { TimeRange } from '@grafana/data';
import type { Selection } from '@gpuscope/aggregation/logs';
import type { AboutAnswer } from '@gpuscope/datasource/shared';
import { createContext, useContext } from 'react';
import type { LogSource } from '../source/logSource.js';
import type { LogsState } from './state.js';
import type { Change } from './useLogsState.js';

/** What every part of the page knows. */
export interface Logs {
  readonly source: LogSource;
  /** What the source tells of itself; undefined until it has, or where it can't. */
  readonly about: AboutAnswer | undefined;
  readonly state: LogsState;
  readonly change: Change;
  /** As of the last time that was asked. */
  readonly range: TimeRange;
  readonly selection: Selection;
  /** How often the reader has asked anew: a range of fixed moments alone doesn't tell. */
  readonly turn: number;
  readonly refresh: () => void;
}

const Context = createContext<Logs | undefined>(undefined);

export const LogsProvider = Context.Provider;

/** @throws {Error} outside the page Logs */
export function useLogs(): Logs {
  const logs = useContext(Context);
  if (logs === undefined) throw new Error('This part stands on the page Logs only.');
  return logs;
}
