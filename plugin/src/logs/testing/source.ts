import type { DataFrame, DataQueryRequest, DataQueryResponse } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import type { AboutAnswer, AppLogsQuery } from '@gpuscope/datasource/shared';
import type { Observable } from 'rxjs';
import { NEVER, of, throwError } from 'rxjs';
import type { LogSource } from '../source/logSource.js';

type Given<T> = T | Error | 'never' | undefined;

export interface Backend {
  /** What a query is answered with, by its `refId`. */
  readonly frames?: (query: AppLogsQuery, span: Span) => Given<readonly DataFrame[]>;
  /** What a resource is answered with. */
  readonly resource?: (path: string, body: unknown) => Given<object>;
  readonly about?: Partial<AboutAnswer>;
}

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface Asked {
  readonly query: AppLogsQuery;
  readonly span: Span;
}

export const ABOUT: AboutAnswer = {
  shapes: ['fluent-bit'],
  roles: ['cluster', 'namespace', 'pod', 'container', 'app', 'user', 'level'],
  hasLevels: true,
  seesEverything: false,
  tenants: ['cv'],
  appRules: [],
  limits: { rangeMs: 31 * 24 * 3600 * 1000, lines: 10_000 },
};

const NO_VALUES = { values: [], isCut: false, notices: [] };

const answered = <T>(given: Given<T>, standard: T): Observable<T> => {
  if (given === 'never') return NEVER;
  return given instanceof Error ? throwError(() => given) : of(given ?? standard);
};

/** A log source that answers what a test says, and keeps what it was asked. */
export function sourceOf({ frames, resource, about }: Backend) {
  const asked: Asked[] = [];
  const resources: { path: string; body: unknown }[] = [];
  const stopped: string[] = [];
  const source: LogSource = {
    uid: 'logs',
    query: ({ targets, range }: DataQueryRequest<AppLogsQuery>): Observable<DataQueryResponse> => {
      const [query] = targets;
      if (query === undefined) throw new Error('No query');
      const span = { fromMs: range.from.valueOf(), toMs: range.to.valueOf() };
      asked.push({ query, span });
      const given = frames?.(query, span);
      if (given instanceof Error)
        return of({ data: [], errors: [{ message: given.message }], state: LoadingState.Error });
      if (given === 'never') return NEVER;
      return of({ data: [...(given ?? [])], state: LoadingState.Done });
    },
    postResource: <T>(path: string, body: object, options?: object): Promise<T> => {
      resources.push({ path, body });
      const { abortSignal }: { abortSignal?: AbortSignal } = options ?? {};
      abortSignal?.addEventListener('abort', () => stopped.push(path));
      return new Promise<T>((resolve, reject) => {
        answered(resource?.(path, body), NO_VALUES).subscribe({
          next: (answer) => resolve(answer as T),
          error: reject,
        });
      });
    },
    getResource: <T>() => Promise.resolve({ ...ABOUT, ...about } as T),
  };
  return { source, asked, resources, stopped };
}
