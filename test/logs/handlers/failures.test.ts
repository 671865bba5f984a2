import { setTimeout as sleep } from 'node:timers/promises';
import {
  defaultStoreKinds,
  sharedStore,
  startStore,
  type SharedStore,
  type StoreServer,
} from '../../servers/index.js';
import { until } from '../stores/support/waiting.js';
import { startBackend, type Backend } from './support/backend.js';
import { startProxy, type Proxy } from './support/proxy.js';
import { writeRecords } from './support/records.js';
import { siteConfig } from './support/site.js';
import { linesOf, noticesOf } from './support/tables.js';

const AT = Date.UTC(2026, 9, 1, 8);
const RANGE = { fromMs: AT - 1000, toMs: AT + 1000 };
const RECORDS = [
  { ms: AT, line: 'one' },
  { ms: AT + 1, line: 'two' },
];

describe.each(defaultStoreKinds)('a slow %s', (kind) => {
  let store: SharedStore;
  let proxy: Proxy;
  let index: string;
  const backends: Backend[] = [];
  const start = async (options = {}): Promise<Backend> => {
    const config = siteConfig({
      store: { kind, url: proxy.url },
      index,
      logs: { limits: { perTenant: 2 } },
    });
    const backend = await startBackend({ config, ...options });
    backends.push(backend);
    return backend;
  };

  beforeAll(async () => {
    store = await sharedStore(kind);
    index = store.unique('slow');
    await writeRecords(store, index, RECORDS);
  }, 300_000);
  beforeEach(async () => {
    proxy = await startProxy(store.url);
  });
  afterEach(async () => {
    await Promise.all(backends.splice(0).map((backend) => backend.stop()));
    await proxy.stop();
  });

  it('is told at once when nobody waits for the answer any more, and others are still served', async () => {
    const backend = await start();
    expect((await backend.tables({}, RANGE)).flatMap(linesOf)).toEqual(['two', 'one']);
    proxy.holds = true;
    const askers = [new AbortController(), new AbortController()];
    const results = askers.map(({ signal }) => backend.result({}, RANGE, {}, signal));
    await until(() => proxy.held === 2);
    askers[0]?.abort();
    expect((await results[0])?.error).toMatchObject({ status: 499 });
    await until(() => proxy.givenUp === 1);
    expect(proxy.held).toBe(2);
    proxy.holds = false;
    expect((await backend.tables({}, RANGE)).flatMap(linesOf)).toEqual(['two', 'one']);
    expect(proxy.givenUp).toBe(1);
    askers[1]?.abort();
    await until(() => proxy.givenUp === 2);
    await Promise.all(results);
  });

  it('is asked no more at once than was set; the others wait and are served', async () => {
    const backend = await start();
    await backend.tables({}, RANGE);
    proxy.holds = true;
    const askers = Array.from({ length: 5 }, () => new AbortController());
    const results = askers.map(({ signal }) => backend.result({}, RANGE, {}, signal));
    await until(() => proxy.held === 2);
    await sleep(200);
    expect(proxy.held).toBe(2);
    proxy.holds = false;
    for (const asker of askers.slice(0, 2)) asker.abort();
    const ends = await Promise.all(results);
    expect(ends.map(({ error }) => error?.status)).toEqual([
      499,
      499,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is given up when the time is over, with a word on what to do', async () => {
    const backend = await start({ timing: { questionMs: 3_000 } });
    // On a busy machine the first answers may take longer than that.
    await until(async () => (await backend.result({}, RANGE)).error === undefined);
    proxy.holds = true;
    const { error } = await backend.result({}, RANGE);
    expect(error).toMatchObject({
      status: 504,
      message: expect.stringMatching(/shorter time range/) as string,
    });
    await until(() => proxy.givenUp === 1);
  });
});

describe.each(defaultStoreKinds)('%s, killed', (kind) => {
  let store: StoreServer;
  let backend: Backend;

  beforeAll(async () => {
    store = await startStore(kind);
    await writeRecords(store, 'logs-1', RECORDS);
    backend = await startBackend({ config: siteConfig({ store, index: 'logs-*' }) });
  }, 300_000);
  afterAll(async () => {
    await backend.stop();
    await store.stop();
  });

  it('gives clear errors, also to who was waiting, and is used again when it is back', async () => {
    expect((await backend.tables({}, RANGE)).flatMap(linesOf)).toEqual(['two', 'one']);
    const asking = Array.from({ length: 50 }, () => backend.result({ show: 'volume' }, RANGE));
    await store.kill();
    for (const { error } of await Promise.all(asking)) {
      if (error !== undefined) expect(error.message).toMatch(/^(STORE_|LIMIT_)/);
    }
    const { error } = await backend.result({}, RANGE);
    expect(error).toMatchObject({ status: 502, source: 'downstream' });
    expect(error?.message).toMatch(/^STORE_UNREACHABLE: .*127\.0\.0\.1/);
    const health = await backend.health();
    expect(health.status).toBe('error');
    expect(JSON.stringify(health.details)).toContain('firewalls');
    await store.restart();
    let tables = await backend.result({}, RANGE);
    // A store that has just come back may still be opening its shards.
    for (
      let tries = 0;
      tries < 600 && noticesOf(tables.tables ?? []).length + Number(tables.error !== undefined) > 0;
      tries += 1
    ) {
      await sleep(100);
      tables = await backend.result({}, RANGE);
    }
    expect((tables.tables ?? []).flatMap(linesOf)).toEqual(['two', 'one']);
    expect((await backend.health()).status).toBe('ok');
  }, 300_000);
});
