import { createStore, type LogStore, type StoreTarget } from '@gpuscope/datasource/backend';
import { createAuthority, startStore, type StoreServer } from '../../servers/index.js';
import { makeIndex, writeRecords } from './support/records.js';
import { never, targetOf } from './support/target.js';

const authority = createAuthority('synthetic-authority');
const password = 'synthetic-p4ss:w0rd';

describe('an Elasticsearch with TLS and users', () => {
  let server: StoreServer;
  const open: LogStore[] = [];

  beforeAll(async () => {
    server = await startStore('elasticsearch-8.19', {
      authority,
      security: {
        users: {
          'synthetic-reader': { password, roles: ['reader'] },
          'synthetic-stranger': { password, roles: ['nothing'] },
        },
        roles: {
          reader: { indices: [{ names: ['logs-*'], privileges: ['read', 'view_index_metadata'] }] },
          nothing: { indices: [{ names: ['other-*'], privileges: ['read'] }] },
        },
      },
    });
    await makeIndex(server, 'logs-a', { log: { type: 'keyword' } });
    await makeIndex(server, 'secret-a', { log: { type: 'keyword' } });
    await writeRecords(server, 'logs-a', [{ log: 'hello' }]);
    await writeRecords(server, 'secret-a', [{ log: 'hush' }]);
  }, 300_000);
  afterAll(() => server.stop());
  afterEach(async () => {
    await Promise.all(open.splice(0).map((store) => store.close()));
  });

  const opened = (changed: Partial<StoreTarget>, user = 'synthetic-reader'): LogStore => {
    const target = { ...targetOf(server), auth: { kind: 'basic', user, password } as const };
    const store = createStore({ ...target, ...changed });
    open.push(store);
    return store;
  };
  const lines = async (store: LogStore, index = 'logs-*') => {
    const { hits } = await store.search({ index, body: {} }, never());
    return hits.map(({ source }) => source.log);
  };
  const error = async (store: LogStore, index = 'logs-*') => {
    const outcome = await lines(store, index).catch((caught: unknown) => caught as Error);
    if (!(outcome instanceof Error)) throw new Error('it was answered');
    for (const secret of [password, Buffer.from(password).toString('base64')]) {
      expect(
        `${outcome.message} ${String(outcome.stack)} ${JSON.stringify(outcome)}`,
      ).not.toContain(secret);
    }
    expect(outcome.cause).toBeUndefined();
    return outcome;
  };

  it('is read by user and password, and tells what it is to one who may not ask', async () => {
    const store = opened({});
    expect(await lines(store)).toEqual(['hello']);
    const { fields, indices } = await store.fieldCaps('logs-*', never());
    expect([[...fields.keys()], indices]).toEqual([['log'], ['logs-a']]);
    const about = await store.about(never());
    expect(about.dialect.product).toBe('elasticsearch');
    const reading = await store.read({ index: 'logs-*', body: {} }, never());
    expect((await reading.next(10, never())).hits).toHaveLength(1);
    await reading.close();
  });

  it.each<[string, Partial<StoreTarget>, string]>([
    ['nobody', { auth: { kind: 'none' } }, 'set user and password'],
    [
      'a wrong password',
      { auth: { kind: 'basic', user: 'synthetic-reader', password: 'no' } },
      'does not accept the user',
    ],
    [
      'a wrong key',
      { auth: { kind: 'apiKey', apiKey: 'bm86bm8=' } },
      'does not accept the API key',
    ],
  ])('refuses %s, and says how to mend it', async (_, changed, says) => {
    expect(await error(opened(changed))).toMatchObject({
      code: 'STORE_REFUSED',
      message: expect.stringContaining(says) as string,
    });
  });

  it('shows nothing of other indices, and says that rights may be the reason', async () => {
    expect(await lines(opened({}), 'secret-a')).toEqual([]);
    expect(await error(opened({}, 'synthetic-stranger'))).toMatchObject({
      code: 'STORE_REFUSED',
      message: expect.stringMatching(
        /indices:data.read.search.*read and view_index_metadata/,
      ) as string,
    });
    await expect(opened({}).fieldCaps('secret-a', never())).rejects.toMatchObject({
      code: 'INDEX_NOT_FOUND',
      message: expect.stringContaining('rights of user or key') as string,
    });
  });

  it('is not trusted without its authority', async () => {
    const { product, nodes } = targetOf(server);
    const store = createStore({ product, nodes, auth: { kind: 'none' } });
    open.push(store);
    expect(await error(store)).toMatchObject({
      code: 'STORE_TLS',
      message: expect.stringContaining('not trusted') as string,
    });
    const other = createAuthority('synthetic-other').certPem;
    expect(await error(opened({ ca: other }))).toMatchObject({ code: 'STORE_TLS' });
  });

  it('has to have the name that the settings give', async () => {
    expect(await lines(opened({ serverName: 'localhost' }))).toEqual(['hello']);
    expect(await error(opened({ serverName: 'store.example' }))).toMatchObject({
      code: 'STORE_TLS',
      message: expect.stringContaining('serverName') as string,
    });
  });

  it('speaks no plain HTTP, and says so', async () => {
    const nodes = [server.url.replace('https:', 'http:')];
    expect(await error(opened({ nodes }))).toMatchObject({ code: 'STORE_UNREACHABLE' });
  });
});
