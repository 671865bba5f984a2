import {
  DataSourceApi,
  getDefaultTimeRange,
  LoadingState,
  type DataFrame,
  type DataQueryError,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  type LegacyMetricFindQueryOptions,
  type MetricFindValue,
  type ScopedVars,
  type TestDataSourceResponse,
} from '@grafana/data';
import { getBackendSrv, getTemplateSrv } from '@grafana/runtime';
import { catchError, forkJoin, lastValueFrom, map, of, type Observable } from 'rxjs';
import { annotationSupport } from './annotations.js';
import type { Answer } from './answer.js';
import { errorText, PromClient } from './client.js';
import { matcherText } from './escape.js';
import { seriesFrames } from './frames.js';
import { intervalsOf, macrosOf } from './interval.js';
import { wantsInstant, wantsRange, type PromQuery, type PromSettings } from './query.js';
import { tableFrames } from './table.js';
import { findValues } from './variables.js';

/** What a query came to: frames, or why there are none. */
interface Outcome {
  readonly query: PromQuery;
  readonly frames: readonly DataFrame[];
  readonly error?: DataQueryError;
}

const scopedOf = (macros: Readonly<Record<string, string>>): ScopedVars =>
  Object.fromEntries(Object.entries(macros).map(([name, value]) => [name, { text: value, value }]));

const isAsked = ({ hide, expr }: PromQuery): boolean =>
  hide !== true && typeof expr === 'string' && expr.trim() !== '';

/** Tables are made of the answers of all queries together, for their columns' names tell them apart. */
function responseOf(outcomes: readonly Outcome[]): DataQueryResponse {
  const framesOf = (table: boolean): DataFrame[] =>
    outcomes
      .filter(({ query, error }) => error === undefined && (query.format === 'table') === table)
      .flatMap(({ frames }) => frames);
  const tables = framesOf(true);
  const errors = outcomes.flatMap(({ error }) => error ?? []);
  return {
    data: [...framesOf(false), ...(tables.length > 0 ? tableFrames(tables) : [])],
    state: errors.length > 0 ? LoadingState.Error : LoadingState.Done,
    ...(errors.length > 0 ? { errors, error: errors[0] } : {}),
  };
}

/** Prometheus for where Grafana's own source is not: queries, variables and marks in its shapes. */
export class PrometheusSource extends DataSourceApi<PromQuery, PromSettings> {
  override annotations = annotationSupport;
  readonly #client: PromClient;
  readonly #settings: PromSettings;

  constructor(settings: DataSourceInstanceSettings<PromSettings>) {
    super(settings);
    this.#client = new PromClient(settings.url ?? '', getBackendSrv);
    this.#settings = settings.jsonData;
    this.interval = settings.jsonData.timeInterval ?? '15s';
  }

  override query(request: DataQueryRequest<PromQuery>): Observable<DataQueryResponse> {
    const asked = request.targets
      .filter(isAsked)
      .flatMap((query) => [
        ...(wantsRange(query) ? [this.#ask(query, request, true)] : []),
        ...(wantsInstant(query) ? [this.#ask(query, request, false)] : []),
      ]);
    if (asked.length === 0) return of({ data: [] });
    return forkJoin(asked).pipe(map(responseOf));
  }

  #ask(
    query: PromQuery,
    { range, intervalMs, maxDataPoints = 100, scopedVars }: DataQueryRequest<PromQuery>,
    overTime: boolean,
  ): Observable<Outcome> {
    const [from, to] = [range.from.valueOf(), range.to.valueOf()];
    const { interval = '', intervalFactor } = query;
    // A step that is a variable of the interval's own is left to be computed.
    const minStep = /__(rate_)?interval/.test(interval) ? '' : this.#fill(interval, scopedVars);
    const intervals = intervalsOf({
      rangeMs: to - from,
      intervalMs,
      maxDataPoints,
      minStep,
      scrape: this.#settings.timeInterval,
      ...(intervalFactor === undefined ? {} : { intervalFactor }),
    });
    const { stepMs } = intervals;
    const macros = scopedOf(macrosOf(intervals, to - from));
    const expr = this.#fill(query.expr, { ...scopedVars, ...macros });
    const legendFormat = query.legendFormat && this.#fill(query.legendFormat, scopedVars);
    const readied = { ...query, ...(legendFormat === undefined ? {} : { legendFormat }) };
    const aligned = (ms: number): number => Math.floor(ms / stepMs) * stepMs;
    const answers: Observable<Answer> = overTime
      ? this.#client.range(expr, aligned(from), aligned(to), stepMs)
      : this.#client.instant(expr, to);
    return answers.pipe(
      map((answer) => ({ query, frames: seriesFrames({ query: readied, expr, stepMs, answer }) })),
      catchError((error: { status?: number }) => {
        const said = { message: errorText(error), refId: query.refId, status: error.status };
        return of({ query, frames: [], error: said });
      }),
    );
  }

  #fill(text: string, scoped: ScopedVars | undefined): string {
    return getTemplateSrv().replace(text, scoped, matcherText);
  }

  override interpolateVariablesInQueries(queries: PromQuery[], scoped: ScopedVars): PromQuery[] {
    return queries.map((query) => ({ ...query, expr: this.#fill(query.expr, scoped) }));
  }

  override metricFindQuery(
    asked: string | { readonly query?: string },
    options?: LegacyMetricFindQueryOptions,
  ): Promise<MetricFindValue[]> {
    const text = typeof asked === 'string' ? asked : (asked.query ?? '');
    if (text.trim() === '') return Promise.resolve([]);
    const { from, to } = options?.range ?? getDefaultTimeRange();
    const [startMs, endMs] = [from.valueOf(), to.valueOf()];
    const rangeMs = endMs - startMs;
    const intervals = intervalsOf({ rangeMs, intervalMs: rangeMs / 100, maxDataPoints: 100 });
    const scoped = { ...options?.scopedVars, ...scopedOf(macrosOf(intervals, rangeMs)) };
    return findValues(this.#client, this.#fill(text, scoped), { startMs, endMs });
  }

  async testDatasource(): Promise<TestDataSourceResponse> {
    try {
      await lastValueFrom(this.#client.instant('1+1', Date.now()));
      return { status: 'success', message: 'Prometheus answers.' };
    } catch (error) {
      return { status: 'error', message: errorText(error) };
    }
  }
}
