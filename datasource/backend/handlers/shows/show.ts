import type { Table, TimeRange } from '@gpuscope/aggregation/logs';
import type { AppLogsQuery } from '@gpuscope/datasource/shared';
import type { Admitted } from '../ask.js';

/** A query that was read and admitted. */
export interface Shown {
  readonly query: AppLogsQuery;
  readonly range: TimeRange;
  /** Grafana's wish for the step of a series. */
  readonly intervalMs: number;
}

/** Answers a query of one kind. */
export type Show = (
  admitted: Admitted,
  shown: Shown,
  signal: AbortSignal,
) => Promise<readonly Table[]>;
