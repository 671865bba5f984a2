import type { LogRowContextOptions, LogRowModel, TimeRange } from '@grafana/data';
import { LogRowContextQueryDirection, dateTime } from '@grafana/data';
import type { Selection } from '@gpuscope/aggregation/logs';
import { LIST_OF_NAME, withList } from '../query/lists.js';
import type { LogsQuery } from '../types.js';

const DEFAULT_LIMIT = 50;
/** How far neighbours are looked for on one side, where Grafana doesn't say. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** What a line's origin is told by, for a record with a pod and for one of a machine. */
const ORIGIN_NAMES = ['cluster', 'namespace', 'pod', 'container', 'host', 'unit'];

const isAfter = (options: LogRowContextOptions | undefined): boolean =>
  options?.direction === LogRowContextQueryDirection.Forward;

/** The neighbours of a line on one side, of the same pod and container (or host and unit). */
export function contextQuery(
  row: LogRowModel,
  options: LogRowContextOptions | undefined,
  query: LogsQuery | undefined,
): LogsQuery {
  const id = row.rowId;
  if (id === undefined || id === '') throw new Error('The line has no id: run the query again.');
  return {
    refId: `context-${query?.refId ?? row.dataFrame.refId ?? 'A'}-${isAfter(options) ? 'after' : 'before'}`,
    version: 1,
    show: 'context',
    selection: {},
    limit: options?.limit ?? DEFAULT_LIMIT,
    context: { id, direction: isAfter(options) ? 'after' : 'before' },
  };
}

/** Where the neighbours are looked for; the line's own millisecond belongs to both sides. */
export function contextRange(
  row: LogRowModel,
  options: LogRowContextOptions | undefined,
): TimeRange {
  const at = row.timeEpochMs;
  const window = options?.timeWindowMs ?? DAY_MS;
  const from = dateTime(isAfter(options) ? at : at - window);
  const to = dateTime(isAfter(options) ? at + window : at + 1);
  return { from, to, raw: { from, to } };
}

/** The lines of the same origin as an ordinary query, for a split view; undefined where the line names no origin. */
export function originQuery(row: LogRowModel, query: LogsQuery | undefined): LogsQuery | undefined {
  const labels = row.labels;
  const pod = labels.pod ?? '';
  const wanted = ORIGIN_NAMES.filter((name) => pod === '' || (name !== 'host' && name !== 'unit'));
  const selection = wanted.reduce<Selection>((made, name) => {
    const list = LIST_OF_NAME.get(name);
    const value = labels[name] ?? '';
    return list === undefined || value === '' ? made : withList(made, list, [value]);
  }, {});
  if (selection.pods === undefined && selection.hosts === undefined) return undefined;
  return {
    refId: `context-${query?.refId ?? 'A'}`,
    version: 1,
    show: 'lines',
    selection,
    ...(query?.datasource === undefined ? {} : { datasource: query.datasource }),
    ...(query?.columns === undefined ? {} : { columns: query.columns }),
  };
}
