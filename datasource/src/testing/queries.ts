import type { LogsQuery } from '../types.js';

/** A query for lines, with what a test cares about put in. */
export const linesQuery = (part: Partial<LogsQuery> = {}): LogsQuery => ({
  refId: 'A',
  version: 1,
  show: 'lines',
  selection: {},
  ...part,
});
