import { createStore, type LogStore, type StoreTarget } from '@gpuscope/datasource/backend';
import { createAuthority, sharedStore, type SharedStore } from '../../servers/index.js';
import { startProxy, type Proxy } from './support/proxy.js';
import { makeIndex, writeRecords } from './support/records.js';
import { never, targetOf } from './support/target.js';

const authority = createAuthority('synthetic-authority');
const certificate = authority.issue({
  commonName: 'synthetic-proxy',
  hosts: ['store.example'],
  usage: 'server',
});
const { certPem: cert, keyPem: key } = authority.issue({
  commonName: 'synthetic-reader',
  usage: 'client',
});
const encoded = Buffer.from('synthetic-id:synthetic-key').toString('base64');

/** One for each of the two clients, and the one that speaks to the oldest. */
const kinds = ['elasticsearch-8.19', 'opensearch-2.19', 'elasticsearch-6.8'] as const;

describe.each(kinds)('%s behind TLS that wants a certificate and a key', (kind) => {
  let server: SharedStore;
  let proxy: Proxy;
  let index = '';
  const open: LogStore[] = [];

  beforeAll(async () => {
    server = await sharedStore(kind);
    index = server.unique('guarded');
    await makeIndex(server, index, { log: { type: 'keyword' } });
    await writeRecords(server, index, [{ log: 'hello' }]);
    const guard = { does: 'guard', authorization: `ApiKey ${encoded}` } as const;
    proxy = await startProxy(server.url, guard, { certificate, clientCa: authority.certPem });
  }, 300_000);
  afterAll(() => proxy.stop());
  afterEach(async () => {
    await Promise.all(open.splice(0).map((store) => store.close()));
  });

  /** The target, less or with what is changed. */
  const found = async (changed: Partial<Record<keyof StoreTarget, unknown>>) => {
    const whole = {
      ...targetOf(server),
      nodes: [proxy.url],
      auth: { kind: 'apiKey', apiKey: encoded },
      ca: authority.certPem,
      serverName: 'store.example',
      cert,
      key,
      ...changed,
    };
    const target = Object.fromEntries(
      Object.entries(whole).filter(([, value]) => value !== undefined),
    ) as unknown as StoreTarget;
    const store = createStore(target);
    open.push(store);
    const { hits } = await store.search({ index, body: {} }, never());
    return hits.map(({ source }) => source.log);
  };

  it('is read with the key in either form, and with all else as it should be', async () => {
    expect(await found({})).toEqual(['hello']);
    const apiKey = 'synthetic-id:synthetic-key';
    expect(await found({ auth: { kind: 'apiKey', apiKey } })).toEqual(['hello']);
  });

  it('is not read without certificate, name, authority or key', async () => {
    await expect(found({ cert: undefined, key: undefined })).rejects.toMatchObject({
      code: expect.stringMatching(/STORE_TLS|STORE_UNREACHABLE/) as string,
    });
    for (const changed of [{ serverName: undefined }, { ca: undefined }]) {
      await expect(found(changed)).rejects.toMatchObject({ code: 'STORE_TLS' });
    }
    await expect(found({ auth: { kind: 'none' } })).rejects.toMatchObject({
      code: 'STORE_REFUSED',
      message: expect.stringContaining('API key') as string,
    });
  });

  it('is what it is, whatever the settings say', async () => {
    const said = kind.startsWith('opensearch') ? 'elasticsearch' : 'opensearch';
    const store = createStore({ ...targetOf(server), product: said });
    open.push(store);
    const about = await store.about(never());
    expect(kind.startsWith(about.dialect.product)).toBe(true);
    expect(about.notices?.map(({ text }) => text).join()).toContain('the settings say');
    expect((await store.search({ index, body: {} }, never())).hits).toHaveLength(1);
  });
});

describe('what is no store', () => {
  it.each([
    [
      { status: 200, type: 'application/json', body: '{"status":"success"}' },
      'STORE_UNSUPPORTED',
      'status',
    ],
    [
      { status: 200, type: 'text/html', body: '<html>Sign in</html>' },
      'STORE_UNSUPPORTED',
      'neither',
    ],
    [{ status: 302, type: 'text/html', body: '' }, 'STORE_INVALID', 'leads elsewhere'],
    [{ status: 404, type: 'text/html', body: 'no' }, 'STORE_INVALID', 'path'],
  ])('is told from one: %j', async (answer, code, says) => {
    const proxy = await startProxy('http://127.0.0.1:1', { does: 'answer', ...answer });
    const store = createStore({
      product: 'elasticsearch',
      nodes: [proxy.url],
      auth: { kind: 'none' },
    });
    await expect(store.about(never())).rejects.toMatchObject({
      code,
      message: expect.stringContaining(says) as string,
    });
    await expect(store.search({ index: 'logs', body: {} }, never())).rejects.toMatchObject({
      code,
    });
    await store.close();
    await proxy.stop();
  });

  it.each([
    [['not an address'], 'an address is like'],
    [['ftp://store.example'], 'an address is like'],
    [['https://synthetic-user:hush@store.example'], 'places of their own'],
    [[], 'no address'],
  ])('is refused as an address: %j', (nodes, says) => {
    const open = () => createStore({ product: 'opensearch', nodes, auth: { kind: 'none' } });
    expect(open).toThrow(says);
    expect(open).not.toThrow('hush');
  });

  it('is an empty index', async () => {
    const store = createStore({
      product: 'opensearch',
      nodes: ['http://127.0.0.1:1'],
      auth: { kind: 'none' },
    });
    for (const ask of [
      () => store.search({ index: ' ', body: {} }, never()),
      () => store.read({ index: '', body: {} }, never()),
      () => store.fieldCaps('', never()),
    ]) {
      await expect(ask()).rejects.toMatchObject({ code: 'INDEX_NOT_FOUND' });
    }
    await store.close();
  });
});
