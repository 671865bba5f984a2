import type { DataQueryRequest, SupplementaryQueryOptions } from '@grafana/data';
import { SupplementaryQueryType } from '@grafana/data';
import type { LogsQuery } from '../types.js';

/** Lines shown beside a query that counts. */
const SAMPLE_LIMIT = 100;

/** The bars above lines, or a few lines below a count; undefined where a query has no such companion. */
export function supplementaryQuery(
  options: SupplementaryQueryOptions,
  query: LogsQuery,
): LogsQuery | undefined {
  const { refId, selection, datasource } = query;
  if (query.hide === true) return undefined;
  const common = {
    version: 1 as const,
    selection,
    ...(datasource === undefined ? {} : { datasource }),
  };
  if (options.type === SupplementaryQueryType.LogsVolume) {
    return query.show === 'lines'
      ? { ...common, refId: `log-volume-${refId}`, show: 'volume' }
      : undefined;
  }
  if (query.show === 'lines' || query.show === 'context') return undefined;
  return {
    ...common,
    refId: `log-sample-${refId}`,
    show: 'lines',
    limit: options.limit ?? SAMPLE_LIMIT,
  };
}

/** The request for the companions of all queries that have one. */
export function supplementaryRequest(
  type: SupplementaryQueryType,
  request: DataQueryRequest<LogsQuery>,
): DataQueryRequest<LogsQuery> | undefined {
  const targets = request.targets.flatMap((query) => supplementaryQuery({ type }, query) ?? []);
  return targets.length === 0 ? undefined : { ...request, targets };
}
