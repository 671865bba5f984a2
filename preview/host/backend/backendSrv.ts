import { AppEvents, type EventBus } from '@grafana/data';
import type { BackendSrv, BackendSrvRequest, FetchError, FetchResponse } from '@grafana/runtime';
import { lastValueFrom, Observable } from 'rxjs';
import { cancelled, messageOf, refused, unreachable } from './errors.js';
import { addressOf, initOf } from './request.js';

type Fetch = typeof fetch;

/** Errors have Grafana's shape, which is no `Error`: they are told, not thrown. */
type Outcome = { readonly answer: FetchResponse } | { readonly error: FetchError };

/** JSON where the answer is, else its text. */
function parsed(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

async function readBody(response: Response, { responseType }: BackendSrvRequest): Promise<unknown> {
  if (response.ok && responseType === 'blob') return response.blob();
  if (response.ok && responseType === 'arraybuffer') return response.arrayBuffer();
  const text = await response.text();
  return response.ok && responseType === 'text' ? text : parsed(text);
}

const answerOf = (response: Response, data: unknown, config: BackendSrvRequest): FetchResponse => {
  const { status, statusText, ok, headers, redirected, type, url } = response;
  return { status, statusText, ok, headers, redirected, type, url, data, config };
};

/** Requests of the page and its plugins: given up when nobody listens or the same id asks anew. */
export class PreviewBackend implements BackendSrv {
  readonly #running = new Map<string, () => void>();
  readonly #events: EventBus;
  readonly #fetch: Fetch;

  constructor(events: EventBus, ask: Fetch = (input, init) => fetch(input, init)) {
    this.#events = events;
    this.#fetch = ask;
  }

  fetch<T>(config: BackendSrvRequest): Observable<FetchResponse<T>> {
    return new Observable<FetchResponse<T>>((subscriber) => {
      const stop = new AbortController();
      const giveUp = (): void => {
        subscriber.error(cancelled(config));
        stop.abort();
      };
      const forget = this.#register(config.requestId, giveUp);
      config.abortSignal?.addEventListener('abort', giveUp);
      this.#ask(config, stop.signal).then(
        (outcome) => {
          if ('error' in outcome) return subscriber.error(outcome.error);
          subscriber.next(outcome.answer as FetchResponse<T>);
          subscriber.complete();
        },
        (error: unknown) => subscriber.error(error),
      );
      return () => {
        forget();
        config.abortSignal?.removeEventListener('abort', giveUp);
        stop.abort();
      };
    });
  }

  /** The newest request of an id is the one that is wanted. */
  #register(id: string | undefined, giveUp: () => void): () => void {
    if (id === undefined) return () => undefined;
    this.#running.get(id)?.();
    this.#running.set(id, giveUp);
    return () => {
      if (this.#running.get(id) === giveUp) this.#running.delete(id);
    };
  }

  async #ask(config: BackendSrvRequest, signal: AbortSignal): Promise<Outcome> {
    let response: Response;
    let data: unknown;
    try {
      response = await this.#fetch(addressOf(config), initOf(config, signal));
      data = await readBody(response, config);
    } catch (error) {
      return { error: signal.aborted ? cancelled(config) : this.#told(unreachable(config, error)) };
    }
    if (!response.ok) return { error: this.#told(refused(response, data, config)) };
    if (config.showSuccessAlert === true) {
      this.#events.publish({
        type: AppEvents.alertSuccess.name,
        payload: [messageOf({ data, status: 200, config })],
      });
    }
    return { answer: answerOf(response, data, config) };
  }

  /** Errors are shown where the asker wants it; queries show their own. */
  #told(error: FetchError): FetchError {
    if (error.config.showErrorAlert === true && error.isHandled !== true) {
      this.#events.publish({ type: AppEvents.alertError.name, payload: [messageOf(error)] });
    }
    return error;
  }

  chunked(): Observable<never> {
    return new Observable((subscriber) =>
      subscriber.error(new Error('Answers in chunks are not part of the preview')),
    );
  }

  datasourceRequest<T>(config: BackendSrvRequest): Promise<FetchResponse<T>> {
    return lastValueFrom(this.fetch<T>(config));
  }

  async request<T>(config: BackendSrvRequest): Promise<T> {
    const answer = await lastValueFrom(this.fetch<T>({ showErrorAlert: true, ...config }));
    return answer.data;
  }

  get<T>(
    url: string,
    params?: BackendSrvRequest['params'],
    requestId?: string,
    options?: Partial<BackendSrvRequest>,
  ): Promise<T> {
    return this.request<T>({ ...options, method: 'GET', url, params, requestId });
  }

  post<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>): Promise<T> {
    return this.request<T>({ ...options, method: 'POST', url, data });
  }

  put<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>): Promise<T> {
    return this.request<T>({ ...options, method: 'PUT', url, data });
  }

  patch<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>): Promise<T> {
    return this.request<T>({ ...options, method: 'PATCH', url, data });
  }

  delete<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>): Promise<T> {
    return this.request<T>({ ...options, method: 'DELETE', url, data });
  }
}
