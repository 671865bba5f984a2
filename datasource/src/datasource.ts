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
  TestDataSourceResponse,
  ToggleFilterAction,
} from '@grafana/data';
import { SupplementaryQueryType, getDefaultTimeRange } from '@grafana/data';
import {
  DataSourceWithBackend,
  HealthCheckError,
  getDataSourceSrv,
  getTemplateSrv,
} from '@grafana/runtime';
import type { Observable } from 'rxjs';
import { lastValueFrom, map, of } from 'rxjs';
import type { AboutAnswer, ValuesAnswer, ValuesRequest } from '../shared/index.js';
import { annotationSupport } from './annotations.js';
import { contextQuery, contextRange, originQuery } from './explore/context.js';
import { fromAbstractQueries } from './explore/importQueries.js';
import { supplementaryQuery, supplementaryRequest } from './explore/supplementary.js';
import { addTraceLinks } from './explore/traceLinks.js';
import type { Health } from './health.js';
import { healthText, readHealth } from './health.js';
import { fromAdHoc } from './query/adHoc.js';
import { defaultQuery } from './query/defaultQuery.js';
import { displayText } from './query/displayText.js';
import { COMMON_NAMES } from './query/lists.js';
import { finishResponse, partTargets, readyQuery } from './query/pipeline.js';
import {
  QUERY_MODIFICATIONS,
  modifyQuery,
  queryHasFilter,
  toggleQueryFilter,
} from './query/toggleFilter.js';
import { upgradeQuery, wholeSelection } from './query/upgradeQuery.js';
import type { LogsQuery, LogsSettings, LogsVariableQuery } from './types.js';
import type { NameFinder, NamesRequest } from './values/finder.js';
import { interpolateSelection } from './variables/interpolate.js';
import { selectionOf, upgradeVariableQuery } from './variables/variableQuery.js';
import { LogsVariableSupport } from './variables/variableSupport.js';

/** More values than this are no help in a list. */
const MANY_VALUES = 1000;

/** App logs in Grafana: all that the browser's side knows of a query. The backend answers. */
export class AppLogsDatasource
  extends DataSourceWithBackend<LogsQuery, LogsSettings>
  implements
    DataSourceWithLogsContextSupport<LogsQuery>,
    DataSourceWithQueryImportSupport<LogsQuery>,
    DataSourceWithQueryModificationSupport<LogsQuery>,
    DataSourceWithSupplementaryQueriesSupport<LogsQuery>,
    DataSourceWithToggleableQueryFiltersSupport<LogsQuery>,
    NameFinder
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
  async getLogRowContext(
    row: LogRowModel,
    options?: LogRowContextOptions,
    query?: LogsQuery,
  ): Promise<DataQueryResponse> {
    const target = contextQuery(row, options, query);
    const range = contextRange(row, options);
    const response = await lastValueFrom(
      this.query({
        requestId: `${this.uid}-${target.refId}-${row.uid}`,
        interval: '1s',
        intervalMs: 1000,
        range,
        scopedVars: options?.scopedVars ?? {},
        targets: [target],
        timezone: 'browser',
        app: 'explore',
        startTime: Date.now(),
        hideFromInspector: true,
      }),
    );
    const message = response.errors?.[0]?.message;
    if (message !== undefined) throw new Error(message);
    return response;
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

  override async getTagKeys(
    options?: DataSourceGetTagKeysOptions<LogsQuery>,
  ): Promise<MetricFindValue[]> {
    const selection = { filters: fromAdHoc(options?.filters ?? []).filters };
    const { values } = await this.findFields({ selection, range: options?.timeRange });
    const names = new Set([...COMMON_NAMES, ...values.map(({ text }) => text)]);
    return [...names].map((text) => ({ text }));
  }

  override async getTagValues(
    options: DataSourceGetTagValuesOptions<LogsQuery>,
  ): Promise<MetricFindValue[]> {
    const { filters } = fromAdHoc(options.filters.filter(({ key }) => key !== options.key));
    const request = { selection: { filters }, range: options.timeRange };
    const { values } = await this.findValues(options.key, request);
    return values.map(({ text }) => ({ text }));
  }

  override async metricFindQuery(
    query: LogsVariableQuery | string | undefined,
    options?: LegacyMetricFindQueryOptions,
  ): Promise<MetricFindValue[]> {
    const asked = upgradeVariableQuery(query);
    if (asked.name === '') return [];
    const scoped = options?.scopedVars ?? {};
    const emptied: string[] = [];
    const selection = interpolateSelection(selectionOf(asked), getTemplateSrv(), scoped, emptied);
    if (emptied.length > 0) return [];
    const { values } = await this.findValues(asked.name, {
      selection,
      range: options?.range,
      top: MANY_VALUES,
      ...(options?.searchFilter === undefined ? {} : { prefix: options.searchFilter }),
    });
    return values.map(({ text }) => ({ text }));
  }

  findValues(name: string, request: NamesRequest): Promise<ValuesAnswer> {
    return this.ask('values', { ...request, name });
  }

  findFields(request: NamesRequest): Promise<ValuesAnswer> {
    return this.ask('fields', request);
  }

  about(): Promise<AboutAnswer> {
    return this.getResource<AboutAnswer>('about', undefined, { showErrorAlert: false });
  }

  async health(): Promise<Health> {
    return readHealth(await this.callHealthCheck());
  }

  override async testDatasource(): Promise<TestDataSourceResponse> {
    const health = await this.health();
    const { message } = health;
    const verboseMessage = healthText(health);
    const details = verboseMessage === '' ? {} : { verboseMessage };
    if (!health.isWell) {
      const failure = { status: 'error', message, error: new HealthCheckError(message, details) };
      throw Object.assign(new Error(message), failure);
    }
    return { status: 'success', message, details };
  }

  private ask(path: 'values' | 'fields', request: NamesRequest & { readonly name?: string }) {
    const { range = getDefaultTimeRange(), selection = {}, ...rest } = request;
    const body: ValuesRequest = {
      ...rest,
      // A list helps to choose: what a variable without a value leaves empty doesn't narrow it.
      selection: interpolateSelection(wholeSelection(selection), getTemplateSrv()),
      range: { fromMs: range.from.valueOf(), toMs: range.to.valueOf() },
    };
    return this.postResource<ValuesAnswer>(path, body, { showErrorAlert: false });
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
