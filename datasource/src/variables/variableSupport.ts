import type {
  DataQueryRequest,
  DataQueryResponse,
  DataSourceApi,
  LegacyMetricFindQueryOptions,
  MetricFindValue,
} from '@grafana/data';
import { CustomVariableSupport } from '@grafana/data';
import type { Observable } from 'rxjs';
import { from, map } from 'rxjs';
import type { LogsQuery, LogsSettings, LogsVariableQuery } from '../types.js';
import type { NameFinder } from '../values/finder.js';
import { VariableEditor } from './VariableEditor.js';

interface VariableSource extends DataSourceApi<LogsQuery, LogsSettings>, NameFinder {
  metricFindQuery(
    query: LogsVariableQuery | undefined,
    options?: LegacyMetricFindQueryOptions,
  ): Promise<MetricFindValue[]>;
}

/** Dashboard variables: the values of a name, the most frequent first. */
export class LogsVariableSupport extends CustomVariableSupport<
  VariableSource,
  LogsVariableQuery,
  LogsQuery,
  LogsSettings
> {
  override editor = VariableEditor;

  constructor(private readonly source: VariableSource) {
    super();
  }

  override query(request: DataQueryRequest<LogsVariableQuery>): Observable<DataQueryResponse> {
    const [query] = request.targets;
    const { range, scopedVars } = request;
    return from(this.source.metricFindQuery(query, { range, scopedVars })).pipe(
      map((data) => ({ data })),
    );
  }
}
