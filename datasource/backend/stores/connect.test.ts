import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StoreTarget } from '../settings/sourceSettings.js';
import { createConnection } from './connect.js';
import { DEFAULT_STORE_OPTIONS } from './options.js';
import { never } from './testing/fakes.js';

const target = (...nodes: string[]): StoreTarget => ({
  product: 'elasticsearch',
  nodes,
  auth: { kind: 'none' },
});
const connect = (...nodes: string[]) => createConnection(target(...nodes), DEFAULT_STORE_OPTIONS);

const opensearch = { version: { number: '2.19.0', distribution: 'opensearch' } };
const elasticsearch = { version: { number: '8.19.0' }, tagline: 'You Know, for Search' };

describe('a connection', () => {
  let server: Server;
  let url = '';
  let asked: string[] = [];
  let answer: RequestListener;

  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(`${request.url ?? ''} ${request.headers.accept ?? ''}`.trim());
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const says =
    (body: unknown): RequestListener =>
    (_, response) => {
      response.setHeader('content-type', 'application/json');
      response.setHeader('x-elastic-product', 'Elasticsearch');
      response.end(JSON.stringify(body));
    };
  const ping = { method: 'GET', path: '/ping', what: 'asking', isRepeatable: true } as const;

  it('asks nothing before it is needed, and then once for all who wait', async () => {
    answer = says(opensearch);
    const connection = connect(url);
    expect(asked).toEqual([]);
    const [first, second] = await Promise.all([connection.get(never()), connection.get(never())]);
    expect(first.identity.dialect).toEqual({ product: 'opensearch', major: 2, minor: 19 });
    expect(second.exchange).toBe(first.exchange);
    expect((await connection.get(never())).exchange).toBe(first.exchange);
    expect(asked).toEqual(['/']);
    await connection.close();
  });

  it.each([
    [opensearch, '/ping'],
    [elasticsearch, '/ping application/vnd.elasticsearch+json; compatible-with=8'],
  ])('speaks by the client that fits %j', async (root, request) => {
    answer = says(root);
    const connection = connect(url);
    const { exchange } = await connection.get(never());
    await exchange.must(ping, never());
    expect(asked.at(-1)).toBe(request);
    await connection.close();
  });

  it('tries again after it failed, and sees what the store has become', async () => {
    answer = (_, response) => void response.writeHead(503).end();
    const connection = connect(url);
    await expect(connection.get(never())).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    answer = says(opensearch);
    expect((await connection.get(never())).identity.version).toBe('2.19.0');
    answer = says(elasticsearch);
    expect((await connection.detect(never())).identity.version).toBe('8.19.0');
    expect((await connection.get(never())).identity.version).toBe('8.19.0');
    await connection.close();
  });

  it('lets one go who gives up, and serves the others', async () => {
    let release = (): void => undefined;
    answer = (request, response) => {
      release = () => says(opensearch)(request, response);
    };
    const connection = connect(url);
    const giveUp = new AbortController();
    const one = connection.get(giveUp.signal);
    const other = connection.get(never());
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    giveUp.abort();
    await expect(one).rejects.toMatchObject({ code: 'CANCELLED' });
    release();
    expect((await other).identity.version).toBe('2.19.0');
    await connection.close();
  });

  it('can be closed though it was never used', async () => {
    await connect(url).close();
    expect(asked).toEqual([]);
  });

  it.each([
    ['store.example:9200', '"store.example:9200" is not'],
    ['file:///etc/passwd', 'is not'],
    ['synthetic-user:hush@store.example', 'one is not'],
    ['http://synthetic-user:hush@store.example', 'places of their own'],
  ])('is refused for the address %s', (node, message) => {
    expect(() => connect(url, node)).toThrow(message);
    expect(() => connect(url, node)).not.toThrow('hush');
  });
});
