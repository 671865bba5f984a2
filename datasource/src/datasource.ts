import type {
  AbstractQuery,
  AdHocVariableFilter,
  CoreApp,
  DataFrame,
  DataQueryRequest,
  DataQueryResponse,
  DataSourceGetTagKeysOptions,
  DataSourceGetTagValuesOptions,
  DataSourceInstanceSettings,
  DataSourceWithLogsContextSupport,
  DataSourceWithQueryImportSupport,
  DataSourceWithQueryModificationSupport,
  DataSourceWithSupplementaryQueriesSupport,
  DataSourceWithToggleableQueryFiltersSupport,
  LegacyMetricFindQueryOptions,
  LogRowContextOptions,
  LogRowModel,
  MetricFindValue,
  QueryFilterOptions,
  QueryFixAction,
  ScopedVars,
  SupplementaryQueryOptions,
  ToggleFilterAction,
} from '@grafana/data';
import { SupplementaryQueryType } from '@grafana/data';
import { getDataSourceSrv, getTemplateSrv } from '@grafana/runtime';
import type { Observable } from 'rxjs';
import { map, of } from 'rxjs';
import { LogsBackend } from './logsBackend.js';
import { annotationSupport } from './annotations.js';
import { contextQuery, originQuery } from './explore/context.js';
import { answered, contextRequest } from './explore/contextRequest.js';
import { fromAbstractQueries } from './explore/importQueries.js';
import { supplementaryQuery, supplementaryRequest } from './explore/supplementary.js';
import { addTraceLinks } from './explore/traceLinks.js';
import { defaultQuery } from './query/defaultQuery.js';
import { displayText } from './query/displayText.js';
import { finishResponse, partTargets, readyQuery } from './query/pipeline.js';
import {
  QUERY_MODIFICATIONS,
  modifyQuery,
  queryHasFilter,
  toggleQueryFilter,
} from './query/toggleFilter.js';
import { upgradeQuery } from './query/upgradeQuery.js';
import type { LogsQuery, LogsSettings, LogsVariableQuery } from './types.js';
import { tagKeys, tagValues, variableValues } from './values/grafanaNames.js';
import { LogsVariableSupport } from './variables/variableSupport.js';

/** App logs in Grafana: all that the browser's side knows of a query. The backend answers. */
export class AppLogsDatasource
  extends LogsBackend
  implements
    DataSourceWithLogsContextSupport<LogsQuery>,
    DataSourceWithQueryImportSupport<LogsQuery>,
    DataSourceWithQueryModificationSupport<LogsQuery>,
    DataSourceWithSupplementaryQueriesSupport<LogsQuery>,
    DataSourceWithToggleableQueryFiltersSupport<LogsQuery>
{
  override annotations = annotationSupport;
  override variables: LogsVariableSupport = new LogsVariableSupport(this);
  private readonly settings: LogsSettings;

  constructor(instance: DataSourceInstanceSettings<LogsSettings>) {
    super(instance);
    this.settings = instance.jsonData;
  }

  override getDefaultQuery(app: CoreApp): Partial<LogsQuery> {
    return defaultQuery(app);
  }

  /** Whether a query can be asked at all. */
  override filterQuery(query: LogsQuery): boolean {
    const { hide, show, context } = upgradeQuery(query);
    return hide !== true && (show !== 'context' || context !== undefined);
  }

  override getQueryDisplayText(query: LogsQuery): string {
    return displayText(upgradeQuery(query));
  }

  override query(request: DataQueryRequest<LogsQuery>): Observable<DataQueryResponse> {
    const { targets, answered } = partTargets(request, getTemplateSrv());
    if (targets.length === 0) return of({ data: [...answered] });
    return super
      .query({ ...request, targets })
      .pipe(map((response) => this.linked(finishResponse(response, answered, request.filters))));
  }

  override applyTemplateVariables(
    query: LogsQuery,
    scoped: ScopedVars,
    filters?: AdHocVariableFilter[],
  ): LogsQuery {
    return readyQuery(query, getTemplateSrv(), scoped, filters);
  }

  getSupportedSupplementaryQueryTypes(): SupplementaryQueryType[] {
    return [SupplementaryQueryType.LogsVolume, SupplementaryQueryType.LogsSample];
  }

  getSupplementaryQuery(
    options: SupplementaryQueryOptions,
    query: LogsQuery,
  ): LogsQuery | undefined {
    return supplementaryQuery(options, upgradeQuery(query));
  }

  getSupplementaryRequest(
    type: SupplementaryQueryType,
    request: DataQueryRequest<LogsQuery>,
  ): DataQueryRequest<LogsQuery> | undefined {
    return supplementaryRequest(type, { ...request, targets: request.targets.map(upgradeQuery) });
  }

  /** @throws {Error} the backend's words, which Grafana shows in place of the lines */
  getLogRowContext(
    row: LogRowModel,
    options?: LogRowContextOptions,
    query?: LogsQuery,
  ): Promise<DataQueryResponse> {
    return answered(this.query(contextRequest(this.uid, row, options, query)));
  }

  getLogRowContextQuery(
    row: LogRowModel,
    options?: LogRowContextOptions,
    query?: LogsQuery,
  ): Promise<LogsQuery | null> {
    return Promise.resolve(originQuery(row, query) ?? contextQuery(row, options, query));
  }

  override modifyQuery(query: LogsQuery, action: QueryFixAction): LogsQuery {
    return modifyQuery(upgradeQuery(query), action);
  }

  getSupportedQueryModifications(): string[] {
    return [...QUERY_MODIFICATIONS];
  }

  toggleQueryFilter(query: LogsQuery, filter: ToggleFilterAction): LogsQuery {
    return toggleQueryFilter(upgradeQuery(query), filter);
  }

  queryHasFilter(query: LogsQuery, filter: QueryFilterOptions): boolean {
    return queryHasFilter(upgradeQuery(query), filter);
  }

  importFromAbstractQueries(queries: AbstractQuery[]): Promise<LogsQuery[]> {
    return Promise.resolve(fromAbstractQueries(queries));
  }

  override getTagKeys(
    options?: DataSourceGetTagKeysOptions<LogsQuery>,
  ): Promise<MetricFindValue[]> {
    return tagKeys(this, options);
  }

  override getTagValues(
    options: DataSourceGetTagValuesOptions<LogsQuery>,
  ): Promise<MetricFindValue[]> {
    return tagValues(this, options);
  }

  override metricFindQuery(
    query: LogsVariableQuery | string | undefined,
    options?: LegacyMetricFindQueryOptions,
  ): Promise<MetricFindValue[]> {
    return variableValues(this, getTemplateSrv(), query, options);
  }

  private linked(response: DataQueryResponse): DataQueryResponse {
    const { traceLinks = [] } = this.settings;
    if (traceLinks.length === 0) return response;
    const sources = getDataSourceSrv();
    const frames = response.data as DataFrame[];
    const data = addTraceLinks(frames, traceLinks, (uid) => sources.getInstanceSettings(uid));
    return { ...response, data };
  }
}
