import { CoreApp } from '@grafana/data';
import type { LogsQuery } from '../types.js';

/** Lines, until somebody asks for more. */
export const DEFAULT_LIMIT = 500;
/** The largest groups of a count. */
export const DEFAULT_TOP = 10;

/** What a new query asks: an alert rule needs numbers, everybody else came to read lines. */
export function defaultQuery(app: CoreApp | undefined): Omit<LogsQuery, 'refId'> {
  const selection = {};
  if (app === CoreApp.CloudAlerting || app === CoreApp.UnifiedAlerting) {
    return { version: 1, show: 'counts', instant: true, by: ['app'], selection };
  }
  return { version: 1, show: 'lines', selection };
}
