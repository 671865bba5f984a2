import type { BackendSrvRequest } from '@grafana/runtime';

const FORM = 'application/x-www-form-urlencoded';

/** `a=1&b=2&b=3`; what is undefined is left out. */
function encoded(values: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (one !== undefined && one !== null) search.append(name, textOf(one));
    }
  }
  return search.toString();
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** The address with its parameters; one without a scheme starts at the page's root. */
export function addressOf({ url, params }: BackendSrvRequest): string {
  const rooted = /^(https?:)?\//.test(url) ? url : `/${url}`;
  const more = params === undefined ? '' : encoded(params);
  if (more === '') return rooted;
  return `${rooted}${rooted.includes('?') ? '&' : '?'}${more}`;
}

function headersOf({ headers, data }: BackendSrvRequest): Headers {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (value !== undefined && value !== null) all.set(name, String(value));
  }
  if (!all.has('Accept')) all.set('Accept', 'application/json, text/plain, */*');
  const plain = data === undefined || data === null || data instanceof FormData;
  if (!plain && !all.has('Content-Type')) all.set('Content-Type', 'application/json');
  return all;
}

function bodyOf(data: unknown, headers: Headers): BodyInit | undefined {
  if (data === undefined || data === null) return undefined;
  if (typeof data === 'string' || data instanceof FormData || data instanceof Blob) return data;
  const isForm = headers.get('Content-Type')?.startsWith(FORM) ?? false;
  return isForm ? encoded(data as Record<string, unknown>) : JSON.stringify(data);
}

/** A request as `fetch` wants it. */
export function initOf(request: BackendSrvRequest, signal: AbortSignal): RequestInit {
  const headers = headersOf(request);
  const method = request.method ?? 'GET';
  const body = method === 'GET' ? undefined : bodyOf(request.data as unknown, headers);
  return {
    method,
    headers,
    signal,
    credentials: request.credentials ?? 'same-origin',
    ...(body === undefined ? {} : { body }),
  };
}
