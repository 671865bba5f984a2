import { AppEvents, EventBusSrv } from '@grafana/data';
import type { BackendSrvRequest, FetchError } from '@grafana/runtime';
import { firstValueFrom } from 'rxjs';
import { PreviewBackend } from './backendSrv.js';

interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

interface Given {
  readonly status?: number;
  readonly statusText?: string;
  readonly body?: string;
}

const answer = ({ status = 200, statusText = 'OK', body = '{}' }: Given) =>
  ({
    ok: status < 400,
    status,
    statusText,
    headers: new Headers(),
    text: () => Promise.resolve(body),
  }) as Response;

function backendWith(given: Given | 'hangs' | Error = {}) {
  const asked: Asked[] = [];
  const events = new EventBusSrv();
  const backend = new PreviewBackend(events, (input, init = {}) => {
    asked.push({ url: input as string, init });
    if (given instanceof Error) return Promise.reject(given);
    if (given !== 'hangs') return Promise.resolve(answer(given));
    return new Promise((_, fail) => {
      init.signal?.addEventListener('abort', () => fail(new DOMException('gone', 'AbortError')));
    });
  });
  const alerts: unknown[] = [];
  events.on(AppEvents.alertError, (payload: unknown) => alerts.push(payload));
  return { backend, asked, alerts };
}

const errorOf = (backend: PreviewBackend, config: BackendSrvRequest): Promise<FetchError> =>
  firstValueFrom(backend.fetch(config)).then(
    () => Promise.reject(new Error('no error came')),
    (error: FetchError) => error,
  );

describe('a request', () => {
  it('carries its parameters, several of a name and none that is undefined', async () => {
    const { backend, asked } = backendWith();
    await backend.get('api/x?a=1', { b: ['2', '3'], c: undefined, d: 'ä&' });
    expect(asked[0]?.url).toBe('/api/x?a=1&b=2&b=3&d=%C3%A4%26');
    expect(asked[0]?.init.method).toBe('GET');
  });

  it('sends JSON, or a form where its header says so', async () => {
    const { backend, asked } = backendWith();
    await backend.post('/api/x', { query: 'up', n: [1, 2] });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    await backend.post('/api/x', { query: 'up', n: [1, 2] }, { headers });
    expect(asked.map(({ init }) => init.body)).toEqual([
      '{"query":"up","n":[1,2]}',
      'query=up&n=1&n=2',
    ]);
    expect((asked[0]?.init.headers as Headers).get('Content-Type')).toBe('application/json');
  });

  it('answers with the data, parsed where it is JSON', async () => {
    expect(await backendWith({ body: '{"a":1}' }).backend.get('/x')).toEqual({ a: 1 });
    expect(await backendWith({ body: 'plain' }).backend.get('/x')).toBe('plain');
    expect(await backendWith({ body: '' }).backend.get('/x')).toEqual({});
  });

  it('keeps the text where text is asked for', async () => {
    const { backend } = backendWith({ body: '{"a":1}' });
    const { data } = await firstValueFrom(backend.fetch({ url: '/x', responseType: 'text' }));
    expect(data).toBe('{"a":1}');
  });
});

describe('a request that fails', () => {
  const config = { url: '/x' };

  it('has the shape that Grafana gives errors', async () => {
    const given = { status: 400, statusText: 'Bad Request', body: '{"message":"no such app"}' };
    expect(await errorOf(backendWith(given).backend, config)).toEqual({
      status: 400,
      statusText: 'Bad Request',
      data: { message: 'no such app' },
      config,
    });
  });

  it.each([
    ['text', 'bad gateway', 'bad gateway'],
    ['nothing', '', 'Bad Gateway'],
  ])('has a message when the answer is %s', async (_, body, message) => {
    const given = { status: 502, statusText: 'Bad Gateway', body };
    const { data } = (await errorOf(backendWith(given).backend, config)) as { data: unknown };
    expect(data).toEqual({ message });
  });

  it('says when nobody answered', async () => {
    const { backend } = backendWith(new TypeError('Failed to fetch'));
    expect(await errorOf(backend, config)).toMatchObject({
      status: 0,
      data: { message: 'Failed to fetch' },
    });
  });

  it('is shown to the visitor, unless the asker shows it', async () => {
    const { backend, alerts } = backendWith({ status: 500, body: '{"message":"broken"}' });
    await errorOf(backend, config);
    await expect(backend.get('/x', {}, undefined, { showErrorAlert: false })).rejects.toBeTruthy();
    expect(alerts).toEqual([]);
    await expect(backend.get('/x')).rejects.toBeTruthy();
    expect(alerts).toEqual([['broken']]);
  });
});

describe('giving a request up', () => {
  it('stops it when nobody listens any more', () => {
    const { backend, asked } = backendWith('hangs');
    const listening = backend.fetch({ url: '/x' }).subscribe();
    expect(asked[0]?.init.signal?.aborted).toBe(false);
    listening.unsubscribe();
    expect(asked[0]?.init.signal?.aborted).toBe(true);
  });

  it('drops the older of two with the same id, and only that', async () => {
    const { backend, asked } = backendWith('hangs');
    const older = errorOf(backend, { url: '/old', requestId: 'A' });
    backend.fetch({ url: '/other', requestId: 'B' }).subscribe();
    backend.fetch({ url: '/new', requestId: 'A' }).subscribe();
    expect(await older).toMatchObject({ cancelled: true, status: -1 });
    expect(asked.map(({ init }) => init.signal?.aborted)).toEqual([true, false, false]);
  });

  it('heeds the signal that the asker gave', async () => {
    const { backend } = backendWith('hangs');
    const stop = new AbortController();
    const error = errorOf(backend, { url: '/x', abortSignal: stop.signal });
    stop.abort();
    expect(await error).toMatchObject({ cancelled: true });
  });
});
