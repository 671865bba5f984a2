import type { DataSourceInstanceSettings } from '@grafana/data';
import type { BackendSrv, BackendSrvRequest, DataSourceSrv, TemplateSrv } from '@grafana/runtime';
import { setBackendSrv, setDataSourceSrv, setTemplateSrv } from '@grafana/runtime';
import { of, throwError } from 'rxjs';
import { AppLogsDatasource } from '../datasource.js';
import type { LogsSettings } from '../types.js';
import { templatesOf } from './templates.js';

/** What Grafana would have sent to the backend. */
export interface Call {
  readonly url: string;
  readonly body: unknown;
}

export interface World {
  /** The answer of a path such as `/api/ds/query` or `resources/values`; an Error fails the call. */
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly templates?: TemplateSrv;
  readonly settings?: LogsSettings;
  readonly sources?: Readonly<Record<string, { readonly type: string; readonly name: string }>>;
}

export interface Grafana {
  readonly datasource: AppLogsDatasource;
  readonly calls: readonly Call[];
}

const META = { info: { logos: { small: '' } } };

/** What else an Error of a test answers with. */
const dataOf = (error: Error): object =>
  'data' in error && typeof error.data === 'object' ? { ...error.data } : {};

let worlds = 0;

/** A data source inside as much of Grafana as it asks for, with a backend that answers what a test says. */
export function grafanaWith({
  answers = {},
  templates,
  settings = {},
  sources = {},
}: World = {}): Grafana {
  const calls: Call[] = [];
  worlds += 1;
  const uid = `logs-${worlds}`;
  const fetch = ({ url, data }: BackendSrvRequest) => {
    // A list that an earlier test left open may still ask.
    if (!url.includes('/uid/') || url.includes(`/uid/${uid}/`))
      calls.push({ url, body: data as unknown });
    const key = Object.keys(answers).find((part) => url.includes(part));
    const answer = key === undefined ? {} : answers[key];
    return answer instanceof Error
      ? throwError(() => ({ status: 500, data: { message: answer.message, ...dataOf(answer) } }))
      : of({ data: answer, status: 200, ok: true });
  };
  setBackendSrv({ fetch } as unknown as BackendSrv);
  setTemplateSrv(templates ?? templatesOf({}));
  const list = Object.entries(sources).map(([uid, source]) => ({ uid, ...source, meta: META }));
  setDataSourceSrv({
    getInstanceSettings: (ref: string) => list.find(({ uid, name }) => uid === ref || name === ref),
    getList: ({ filter = () => true }: { filter?: (source: unknown) => boolean }) =>
      list.filter(filter),
  } as unknown as DataSourceSrv);
  const instance = {
    id: 1,
    uid,
    type: 'gpuscope-logs-datasource',
    name: 'app logs',
    jsonData: settings,
    meta: { id: 'gpuscope-logs-datasource' },
  } as unknown as DataSourceInstanceSettings<LogsSettings>;
  return { datasource: new AppLogsDatasource(instance), calls };
}
