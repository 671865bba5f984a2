import type { DataFrame, DataQueryRequest } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import type { BackendSrv, BackendSrvRequest, DataSourceSrv } from '@grafana/runtime';
import { setBackendSrv, setDataSourceSrv } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { configure } from '@testing-library/react';
import { of, throwError } from 'rxjs';
import { tableFrame } from '../../../panels/testing/frames.js';

// Drawing Grafana's parts takes its time where others work beside us.
configure({ asyncUtilTimeout: 30_000 });

export interface Source {
  readonly uid: string;
  readonly type: string;
  readonly name: string;
  readonly isDefault?: boolean;
  readonly meta?: { readonly builtIn?: boolean };
}

/** What an address of Grafana answers; an object with `status` 400 or more fails the call. */
export type Answer = { readonly status?: number; readonly data: unknown };

interface PromTarget extends DataQuery {
  readonly expr: string;
}

export interface Given {
  readonly sources?: readonly Source[];
  /** By `METHOD path`. */
  readonly answers?: Readonly<Record<string, Answer>>;
  /** What a query of PromQL counts or lists; undefined: nothing. An Error fails this query. */
  readonly prometheus?: (expr: string) => DataFrame | number | undefined | Error;
  /** What every source can do besides. */
  readonly source?: object;
}

export interface Calls {
  readonly posted: readonly unknown[];
  readonly asked: readonly string[];
}

export const PROMETHEUS: Source = {
  uid: 'prom',
  type: 'prometheus',
  name: 'Prometheus',
  isDefault: true,
};
export const LOGS: Source = { uid: 'logs', type: 'gpuscope-logs-datasource', name: 'App logs' };

function frameOf(refId: string, answer: DataFrame | number | undefined): DataFrame {
  if (answer === undefined) return tableFrame(refId, []);
  return typeof answer === 'number' ? tableFrame(refId, [[{}, answer]]) : { ...answer, refId };
}

/** As much of Grafana as the page asks for, with what a test says is there. */
export function setGrafana({ sources = [PROMETHEUS, LOGS], ...given }: Given): Calls {
  const { answers = {}, prometheus = () => undefined, source = {} } = given;
  const posted: unknown[] = [];
  const asked: string[] = [];
  const fetch = ({ url, method = 'GET', data }: BackendSrvRequest) => {
    if (method === 'POST') posted.push(data);
    const answer = answers[`${method} ${url}`] ?? { data: {} };
    return (answer.status ?? 200) >= 400
      ? throwError(() => answer)
      : of({ data: answer.data, status: 200, ok: true });
  };
  const query = ({ targets }: DataQueryRequest<PromTarget>) => {
    asked.push(...targets.map(({ expr }) => expr));
    const found = targets.map(({ refId, expr }) => ({ refId, answer: prometheus(expr) }));
    const errors = found.flatMap(({ refId, answer }) =>
      answer instanceof Error ? [{ refId, message: answer.message }] : [],
    );
    const data = found.flatMap(({ refId, answer }) =>
      answer instanceof Error ? [] : [frameOf(refId, answer)],
    );
    if (errors.length > 0) return of({ data, state: LoadingState.Error, errors });
    return of({ data, state: LoadingState.Done });
  };
  setBackendSrv({ fetch } as unknown as BackendSrv);
  setDataSourceSrv({
    get: ({ uid }: { readonly uid: string }) => Promise.resolve({ uid, query, ...source }),
    getList: ({ filter = () => true }: { readonly filter?: (source: Source) => boolean } = {}) =>
      sources.filter(filter),
  } as unknown as DataSourceSrv);
  return { posted, asked };
}
