import {
  LoadingState,
  type DataFrame,
  type DataQueryRequest,
  type DataSourceInstanceSettings,
  type PanelData,
} from '@grafana/data';
import { setDataSourceSrv, setRunRequest, type DataSourceSrv } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { Observable, map, of } from 'rxjs';

/** A query as a data source would be asked, with what Scenes filled in. */
export interface Asked extends DataQuery {
  readonly expr: string;
}

/** Frames, an error, or nothing at all: the answer never comes. */
export type Answer =
  readonly DataFrame[] | { readonly status: number; readonly message: string } | 'never';

export interface SourceWorld {
  /** By query, its variables filled in. */
  readonly answer?: (query: Asked) => Answer;
  /** Values of a variable by its query. */
  readonly values?: (query: string) => readonly string[];
  readonly sources?: readonly Partial<DataSourceInstanceSettings>[];
}

const PROMETHEUS = { uid: 'prometheus', type: 'prometheus', name: 'Prometheus', isDefault: true };

type Fill = (text: string, scoped: unknown) => string;

/** What all queries of a request give together. */
function together(answers: readonly { readonly refId: string; readonly gives: Answer }[]) {
  const errors = answers.flatMap(({ gives }) =>
    typeof gives === 'object' && 'status' in gives ? [gives] : [],
  );
  const series = answers.flatMap(({ refId, gives }) =>
    Array.isArray(gives) ? (gives as DataFrame[]).map((frame) => ({ ...frame, refId })) : [],
  );
  const [error] = errors;
  return { series, ...(error === undefined ? {} : { error, errors }) };
}

/** Grafana's way from a request to what a panel gets. */
function setRunning(): void {
  setRunRequest((source, request) =>
    (source.query(request as never) as unknown as Observable<Partial<PanelData>>).pipe(
      map((data) => ({
        state: data.error === undefined ? LoadingState.Done : LoadingState.Error,
        series: [],
        timeRange: request.range,
        ...data,
      })),
    ),
  );
}

/** Data sources that answer what a test says; what they were asked is kept. */
export function setSources(
  { answer = () => [], values = () => ['one'], sources = [PROMETHEUS] }: SourceWorld,
  fill: Fill,
): readonly Asked[] {
  const asked: Asked[] = [];
  const query = (request: DataQueryRequest<Asked>): Observable<Partial<PanelData>> => {
    const targets = request.targets.map((target) => {
      // A data source that is not Prometheus has no such text.
      const { expr = '' } = target as Partial<Asked>;
      return { ...target, expr: fill(expr, request.scopedVars) };
    });
    asked.push(...targets);
    const answers = targets.map((target) => ({ refId: target.refId, gives: answer(target) }));
    return answers.some(({ gives }) => gives === 'never')
      ? new Observable()
      : of(together(answers));
  };
  const metricFindQuery = (asking: { query: string }, options: { scopedVars: unknown }) => {
    const found = values(fill(asking.query, options.scopedVars));
    return Promise.resolve(found.map((text) => ({ text })));
  };
  const list = sources.map((source) => ({
    meta: { id: source.type, info: { logos: {} } },
    ...source,
  }));
  const find = (ref: unknown) => {
    const wanted = typeof ref === 'object' && ref !== null && 'uid' in ref ? ref.uid : ref;
    return list.find(({ uid, name }) => [uid, name].includes(fill(String(wanted), {}))) ?? list[0];
  };
  const own = (ref: unknown) => ({ getRef: () => ({ uid: find(ref)?.uid }) });
  interface Wanted {
    readonly type?: string;
    readonly pluginId?: string;
    readonly filter?: (one: unknown) => boolean;
  }
  setRunning();
  setDataSourceSrv({
    get: (ref: unknown) => Promise.resolve({ ...find(ref), query, metricFindQuery, ...own(ref) }),
    getInstanceSettings: find,
    getList: ({ type, pluginId, filter = () => true }: Wanted = {}) =>
      list.filter((one) => (type ?? pluginId ?? one.type) === one.type && filter(one)),
  } as unknown as DataSourceSrv);
  return asked;
}
