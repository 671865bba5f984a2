import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createStore } from './createStore.js';
import type { StoreOptions } from './options.js';
import type { LogStore } from './port.js';
import { never } from './testing/fakes.js';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A store that finds one line and notes what it was asked. */
async function fakeServer(version: Readonly<Record<string, string>>, status = 200) {
  const asked: Asked[] = [];
  const server: Server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const text = Buffer.concat(chunks).toString();
    asked.push({
      method: request.method ?? '',
      path: pathname,
      query: searchParams,
      body: (text === '' ? {} : JSON.parse(text)) as Asked['body'],
    });
    const hits = { hits: [{ _index: 'logs', _id: '1', _source: {} }] };
    const isRoot = pathname.endsWith('/base/') || pathname === '/';
    response.writeHead(isRoot ? 200 : status, {
      'content-type': 'application/json',
      'x-elastic-product': 'Elasticsearch',
    });
    response.end(JSON.stringify(isRoot ? { version, tagline: '' } : { hits, id: 'pit' }));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

const elasticsearch = { number: '8.19.0' };
const opensearch = { number: '2.19.0', distribution: 'opensearch' };

describe.each([
  ['Elasticsearch 8', elasticsearch],
  ['Elasticsearch 6', { number: '6.8.23' }],
  ['OpenSearch', opensearch],
])('a store that is %s', (_, version) => {
  let server: Awaited<ReturnType<typeof fakeServer>>;
  let store: LogStore | undefined;
  const open = async (status?: number, options: Partial<StoreOptions> = {}): Promise<LogStore> => {
    server = await fakeServer(version, status);
    const nodes = [server.url];
    store = createStore({ product: 'opensearch', nodes, auth: { kind: 'none' } }, options);
    return store;
  };
  afterEach(async () => {
    await store?.close();
    await server.stop();
  });
  const last = (): Asked => {
    const asked = server.asked.at(-1);
    if (asked === undefined) throw new Error('nothing was asked');
    return asked;
  };

  it('is told how long it may take, unless the question says so itself', async () => {
    const store = await open(200, { timeoutMs: 7_000 });
    await store.search({ index: 'logs', body: { size: 1 } }, never());
    expect(last().body).toEqual({ timeout: '7000ms', size: 1 });
    await store.search({ index: 'logs', body: { timeout: '1s' } }, never());
    expect(last().body).toEqual({ timeout: '1s' });
  });

  it('is asked below the index and nowhere else, and does without indices that are gone', async () => {
    const store = await open();
    await store.search({ index: 'eu:logs-*,../_cluster/settings?x=1#', body: {} }, never());
    const { method, path, query } = last();
    expect(decodeURIComponent(path)).toBe('/eu:logs-*,../_cluster/settings?x=1#/_search');
    expect(path.split('/')).toHaveLength(3);
    expect([method, Object.fromEntries(query)]).toEqual([
      'POST',
      { ignore_unavailable: 'true', allow_no_indices: 'true' },
    ]);
  });

  it.each([429, 500, 400, 401])('is asked no second time when it answers %i', async (status) => {
    const store = await open(status);
    await expect(store.search({ index: 'logs', body: {} }, never())).rejects.toMatchObject({
      name: 'GpuscopeError',
    });
    expect(server.asked.filter(({ path }) => path === '/logs/_search')).toHaveLength(1);
  });

  it('reads by what it has: a point in time, or a scroll', async () => {
    const store = await open();
    const reading = await store.read({ index: 'logs', body: {} }, never());
    await reading.next(10, never());
    await reading.close();
    const paths = server.asked.map(({ method, path }) => `${method} ${path}`).slice(1);
    expect(paths).toEqual(
      version === elasticsearch
        ? ['POST /logs/_pit', 'POST /_search', 'DELETE /_pit']
        : ['POST /logs/_search'],
    );
  });
});

describe('a store below a path', () => {
  it('is asked there', async () => {
    const server = await fakeServer(opensearch);
    const nodes = [`${server.url}/base/`];
    const store = createStore({ product: 'opensearch', nodes, auth: { kind: 'none' } });
    await store.search({ index: 'logs', body: {} }, never());
    expect(server.asked.map(({ path }) => path)).toEqual(['/base/', '/base/logs/_search']);
    await store.close();
    await server.stop();
  });
});
