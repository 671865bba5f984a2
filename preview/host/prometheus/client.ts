import type { BackendSrv, FetchError } from '@grafana/runtime';
import { lastValueFrom, map, type Observable } from 'rxjs';
import { messageOf } from '../backend/errors.js';
import type { Answer, Labels } from './answer.js';

type Parameters = Readonly<Record<string, string | undefined>>;

interface Body<T> {
  readonly status: string;
  readonly data: T;
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** Seconds since the epoch, as Prometheus reads them. */
const secondsOf = (ms: number): string => String(ms / 1000);

/** `bad_data: 1:3: parse error`, as Prometheus says what it did not understand. */
export function errorText(error: unknown): string {
  const failed = error as FetchError<{ errorType?: string; error?: string } | undefined>;
  const { errorType, error: said } = failed.data ?? {};
  return said === undefined ? messageOf(failed) : [errorType, said].filter(Boolean).join(': ');
}

/** Prometheus' HTTP API behind Grafana's proxy. */
export class PromClient {
  readonly #base: string;
  readonly #backend: () => BackendSrv;

  constructor(base: string, backend: () => BackendSrv) {
    this.#base = base;
    this.#backend = backend;
  }

  #post<T>(path: string, data: Parameters): Observable<T> {
    return this.#backend()
      .fetch<Body<T>>({
        url: `${this.#base}/api/v1/${path}`,
        method: 'POST',
        data,
        headers: FORM,
        showErrorAlert: false,
      })
      .pipe(map((response) => response.data.data));
  }

  async #get<T>(path: string, params: Parameters): Promise<T> {
    const url = `${this.#base}/api/v1/${path}`;
    const asked = this.#backend().fetch<Body<T>>({ url, params, showErrorAlert: false });
    return (await lastValueFrom(asked)).data.data;
  }

  range(query: string, startMs: number, endMs: number, stepMs: number): Observable<Answer> {
    const [start, end, step] = [startMs, endMs, stepMs].map(secondsOf);
    return this.#post<Answer>('query_range', { query, start, end, step });
  }

  instant(query: string, timeMs: number): Observable<Answer> {
    return this.#post<Answer>('query', { query, time: secondsOf(timeMs) });
  }

  labelValues(label: string, startMs: number, endMs: number, match?: string): Promise<string[]> {
    return this.#get(`label/${encodeURIComponent(label)}/values`, {
      start: secondsOf(startMs),
      end: secondsOf(endMs),
      'match[]': match,
    });
  }

  labelNames(startMs: number, endMs: number, match?: string): Promise<string[]> {
    return this.#get('labels', {
      start: secondsOf(startMs),
      end: secondsOf(endMs),
      'match[]': match,
    });
  }

  series(match: string, startMs: number, endMs: number): Promise<Labels[]> {
    return this.#get('series', {
      start: secondsOf(startMs),
      end: secondsOf(endMs),
      'match[]': match,
    });
  }
}
