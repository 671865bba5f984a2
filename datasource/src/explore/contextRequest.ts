import type {
  DataQueryRequest,
  DataQueryResponse,
  LogRowContextOptions,
  LogRowModel,
} from '@grafana/data';
import type { Observable } from 'rxjs';
import { lastValueFrom } from 'rxjs';
import type { LogsQuery } from '../types.js';
import { contextQuery, contextRange } from './context.js';

/** What Grafana would ask for the lines around one, if it asked by itself. */
export function contextRequest(
  uid: string,
  row: LogRowModel,
  options?: LogRowContextOptions,
  query?: LogsQuery,
): DataQueryRequest<LogsQuery> {
  const target = contextQuery(row, options, query);
  return {
    requestId: `${uid}-${target.refId}-${row.uid}`,
    interval: '1s',
    intervalMs: 1000,
    range: contextRange(row, options),
    scopedVars: options?.scopedVars ?? {},
    targets: [target],
    timezone: 'browser',
    app: 'explore',
    startTime: Date.now(),
    hideFromInspector: true,
  };
}

/** The whole answer. @throws {Error} the backend's words where it refuses */
export async function answered(asked: Observable<DataQueryResponse>): Promise<DataQueryResponse> {
  const response = await lastValueFrom(asked);
  const message = response.errors?.[0]?.message;
  if (message !== undefined) throw new Error(message);
  return response;
}
