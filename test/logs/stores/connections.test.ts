import { createServer, type AddressInfo } from 'node:net';
import { createStore, type LogStore, type StoreOptions } from '@gpuscope/datasource/backend';
import { sharedStore, type SharedStore } from '../../servers/index.js';
import { startProxy, type Behaviour, type Proxy } from './support/proxy.js';
import { makeIndex, writeRecords } from './support/records.js';
import { never, targetOf } from './support/target.js';
import { until } from './support/waiting.js';

/** One for each of the two clients. */
const kinds = ['elasticsearch-8.19', 'opensearch-2.19'] as const;

const quick: Partial<StoreOptions> = { timeoutMs: 300, connectMs: 300 };

describe.each(kinds)('connections to %s', (kind) => {
  let server: SharedStore;
  let index = '';
  let proxy: Proxy;
  const toEnd: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    server = await sharedStore(kind);
    index = server.unique('connections');
    await makeIndex(server, index, { log: { type: 'keyword' } });
    const records = Array.from({ length: 500 }, (_, n) => ({ log: `${n} `.repeat(20) }));
    await writeRecords(server, index, records);
  }, 300_000);
  beforeEach(async () => {
    proxy = await startProxy(server.url);
  });
  afterEach(async () => {
    await Promise.all(toEnd.splice(0).map((end) => end()));
    await proxy.stop();
  });

  const open = (nodes: readonly string[], options: Partial<StoreOptions> = {}): LogStore => {
    const store = createStore({ ...targetOf(server), nodes }, options);
    toEnd.push(() => store.close());
    return store;
  };
  const anotherProxy = async (behaviour?: Behaviour): Promise<Proxy> => {
    const other = await startProxy(server.url, behaviour);
    toEnd.push(() => other.stop());
    return other;
  };
  /** A store of one node, the proxy, that is known already when it begins to behave. */
  const through = async (behaviour: Behaviour, options: Partial<StoreOptions> = {}) => {
    const store = open([proxy.url], options);
    // On a busy machine the first answer may take longer than the time that the options give.
    await until(() =>
      store.about(never()).then(
        () => true,
        () => false,
      ),
    );
    proxy.behaviour = behaviour;
    return store;
  };
  const all = () => ({ index, body: { size: 500 } });
  const searches = () => proxy.requests.filter((request) => request.includes('_search')).length;

  it.each<[string, Behaviour]>([
    ['takes the request and is silent', { does: 'silence' }],
    ['is silent in the middle of an answer', { does: 'stall', bytes: 1000 }],
  ])('gives up in time on what %s, and closes the connection', async (_, behaviour) => {
    const store = await through(behaviour, { timeoutMs: 1_000 });
    await expect(store.search(all(), never())).rejects.toMatchObject({
      code: 'STORE_TIMEOUT',
      message: expect.stringContaining(`searching ${index} at ${proxy.url}`) as string,
    });
    expect(searches()).toBe(1);
    await until(() => proxy.waiting.count === 0);
  });

  it('says that an answer broke off', async () => {
    const store = await through({ does: 'break', bytes: 1000 });
    await expect(store.search(all(), never())).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
  });

  it('asks once more where a kept connection had died', async () => {
    const store = await through({ does: 'pass' });
    proxy.next = { does: 'break', bytes: -1 };
    expect((await store.search(all(), never())).hits).toHaveLength(500);
    expect(searches()).toBe(2);
  });

  it('asks no more than twice where every connection dies', async () => {
    const store = await through({ does: 'break', bytes: -1 });
    await expect(store.search(all(), never())).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    expect(searches()).toBe(2);
  });

  it('refuses an answer that is too large', async () => {
    const store = await through({ does: 'pass' }, { maxResponseBytes: 20_000 });
    await expect(store.search(all(), never())).rejects.toMatchObject({ code: 'STORE_INVALID' });
    const few = await store.search({ index, body: { size: 10 } }, never());
    expect(few.hits).toHaveLength(10);
  });

  it('closes the connection of a search that is given up', async () => {
    const store = await through({ does: 'silence' });
    const giveUp = new AbortController();
    const outcome = expect(store.search(all(), giveUp.signal)).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    await until(() => searches() === 1);
    giveUp.abort();
    await outcome;
    await until(() => proxy.waiting.count === 0);
  });

  it('asks nothing at all when it was given up before', async () => {
    const store = await through({ does: 'pass' });
    const gone = AbortSignal.abort();
    await expect(store.search(all(), gone)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(searches()).toBe(0);
  });

  it('keeps a few connections for many searches', async () => {
    const store = await through({ does: 'pass' }, { maxSockets: 3 });
    proxy.connections.total = 0;
    await Promise.all(Array.from({ length: 30 }, () => store.search(all(), never())));
    expect(proxy.connections.total).toBeLessThanOrEqual(3);
  });

  it('tells the clock of who answers', async () => {
    const ahead = new Date(Date.now() + 600_000).toUTCString();
    proxy.behaviour = { does: 'pass', headers: { date: ahead } };
    const store = open([proxy.url]);
    const { clockSkewMs = 0 } = await store.about(never());
    expect(Math.abs(clockSkewMs - 600_000)).toBeLessThan(60_000);
  });

  it('passes over nodes that are down or not ready, and asks them last from then on', async () => {
    const down = 'http://127.0.0.1:1';
    const unready = await anotherProxy({
      does: 'answer',
      status: 503,
      type: 'application/json',
      body: '{"error":{"type":"master_not_discovered_exception"},"status":503}',
    });
    const store = open([down, unready.url, proxy.url]);
    for (let n = 0; n < 6; n += 1) {
      expect((await store.search(all(), never())).hits).toHaveLength(500);
    }
    expect(searches()).toBe(6);
    expect(unready.requests.length).toBeLessThanOrEqual(2);
  });

  it('shares the work among nodes that are well', async () => {
    const other = await anotherProxy();
    const store = open([proxy.url, other.url]);
    for (let n = 0; n < 6; n += 1) await store.search(all(), never());
    expect(searches()).toBe(3);
  });

  it('passes over a node that takes a connection and does not go on with TLS', async () => {
    const mute = createServer((socket) => void socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    toEnd.push(() => new Promise((resolve) => mute.close(() => resolve())));
    const address = `https://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    const store = open([address, proxy.url], { connectMs: 1_500 });
    expect((await store.search(all(), never())).hits).toHaveLength(500);
    const alone = open([address], quick);
    await expect(alone.search(all(), never())).rejects.toMatchObject({
      code: expect.stringMatching(/STORE_UNREACHABLE|STORE_TIMEOUT/) as string,
    });
  });
});
