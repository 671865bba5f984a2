import type { BackendSrvRequest, FetchError } from '@grafana/runtime';

const CANCELLED = 'Request was aborted';

/** Thrown where a request was given up, by its asker or by a newer one of the same id. */
export const cancelled = (config: BackendSrvRequest): FetchError =>
  ({
    type: 'cancelled',
    cancelled: true,
    status: -1,
    statusText: CANCELLED,
    message: CANCELLED,
    data: null,
    config,
  }) as FetchError;

/** Where no answer came at all. */
export function unreachable(config: BackendSrvRequest, error: unknown): FetchError {
  const message = error instanceof Error ? error.message : String(error);
  return { status: 0, statusText: message, message, data: { message }, config };
}

/** Plain text and empty answers become the object that callers read `message` from. */
function asData(data: unknown, statusText: string): unknown {
  if (typeof data === 'string') return { message: data === '' ? statusText : data };
  const empty = data === null || data === undefined || Object.keys(data).length === 0;
  return empty ? { message: statusText } : data;
}

/** An answer that says that the request was not done. */
export function refused(response: Response, data: unknown, config: BackendSrvRequest): FetchError {
  const { status } = response;
  const statusText = response.statusText === '' ? `HTTP ${status}` : response.statusText;
  const traceId = response.headers.get('grafana-trace-id') ?? undefined;
  return {
    status,
    statusText,
    data: asData(data, statusText),
    config,
    ...(traceId === undefined ? {} : { traceId }),
  };
}

/** What to show of an error. */
export function messageOf({ data, statusText }: FetchError): string {
  const { message, error } = (data ?? {}) as { message?: unknown; error?: unknown };
  for (const text of [message, error]) if (typeof text === 'string' && text !== '') return text;
  return statusText ?? 'Unexpected error';
}
