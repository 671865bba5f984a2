import { createStore, type LogStore } from '@gpuscope/datasource/backend';
import {
  sharedStore,
  storeDialect,
  type SharedStore,
  type StoreKind,
} from '../../../servers/index.js';
import { makeIndex, openContexts, runningSearches, writeRecords } from './records.js';
import { slowSearch, slowRecords } from './slowSearch.js';
import { never, targetOf } from './target.js';

const mapping = {
  '@timestamp': { type: 'date' },
  log: { type: 'text', fields: { keyword: { type: 'keyword' } } },
  pod: { type: 'keyword' },
};

/** What every kind of store has to do alike; call it inside a `describe`. */
export function checkPort(kind: StoreKind): void {
  let server: SharedStore;
  let store: LogStore;

  beforeAll(async () => {
    server = await sharedStore(kind);
    store = createStore(targetOf(server));
  }, 300_000);
  afterAll(() => store.close());

  it('tells what it is', async () => {
    const about = await store.about(never());
    const dialect = storeDialect(kind);
    expect(about.dialect).toEqual(dialect);
    expect(about.product.toLowerCase()).toBe(dialect.product);
    expect(about.version.startsWith(`${dialect.major}.${dialect.minor}.`)).toBe(true);
    expect(Math.abs(about.clockSkewMs ?? Infinity)).toBeLessThan(2_000);
    expect(about.notices).toBeUndefined();
  });

  it('gives hits, totals and aggregations', async () => {
    const index = server.unique('search');
    await makeIndex(server, index, mapping);
    await writeRecords(
      server,
      index,
      Array.from({ length: 30 }, (_, n) => ({
        '@timestamp': 1_700_000_000_000 + n,
        log: `line ${n}`,
        pod: `pod-${n % 3}`,
      })),
    );
    const answer = await store.search(
      {
        index,
        body: {
          size: 2,
          query: { term: { pod: 'pod-1' } },
          sort: [{ '@timestamp': 'desc' }],
          aggs: { pods: { terms: { field: 'pod' } } },
        },
      },
      never(),
    );
    expect(answer.hits.map(({ source, sort }) => [source.log, sort])).toEqual([
      ['line 28', [1_700_000_000_028]],
      ['line 25', [1_700_000_000_025]],
    ]);
    expect(answer.hits.every((hit) => hit.index === index && hit.id !== '')).toBe(true);
    expect([answer.total, answer.isTotalExact, answer.timedOut]).toEqual([10, true, false]);
    expect(answer.aggregations.pods).toMatchObject({ buckets: [{ key: 'pod-1', doc_count: 10 }] });
    expect(answer.shards).toEqual({ total: 2, failed: 0, reasons: [] });
    expect(answer.skippedClusters).toEqual([]);
  });

  it('tells which index has a field, of which type, and which lacks it', async () => {
    const [older, newer] = [server.unique('caps-older'), server.unique('caps-newer')];
    await makeIndex(server, older, { ...mapping, code: { type: 'keyword' } });
    await makeIndex(server, newer, {
      ...mapping,
      code: { type: 'long' },
      _HOSTNAME: { type: 'keyword' },
    });
    const { indices, fields } = await store.fieldCaps(
      `${older},${newer},${server.unique('none')}`,
      never(),
    );
    expect([...indices].sort()).toEqual([newer, older]);
    expect([...fields.keys()].sort()).toEqual(
      ['@timestamp', '_HOSTNAME', 'code', 'log', 'log.keyword', 'pod'].sort(),
    );
    expect(fields.get('log')).toEqual([{ type: 'text', searchable: true, aggregatable: false }]);
    expect(fields.get('pod')).toEqual([{ type: 'keyword', searchable: true, aggregatable: true }]);
    const types = (name: string) =>
      new Map(fields.get(name)?.map(({ type, indices: of }) => [type, of] as const));
    expect(types('code')).toEqual(
      new Map([
        ['keyword', [older]],
        ['long', [newer]],
      ]),
    );
    expect(types('_HOSTNAME')).toEqual(
      new Map([
        ['keyword', [newer]],
        ['unmapped', [older]],
      ]),
    );
  });

  it('reads 10,000 records of one millisecond once each, and closes what it opened', async () => {
    const index = server.unique('reading');
    await makeIndex(server, index, mapping, { number_of_shards: 3 });
    const records = Array.from({ length: 10_000 }, (_, n) => ({
      '@timestamp': 1_700_000_000_000,
      pod: `${n}`,
    }));
    await writeRecords(server, index, records);
    const body = { sort: [{ '@timestamp': 'desc' }], timeout: '1ms' };
    const reading = await store.read({ index, body }, never());
    const seen: string[] = [];
    for (const size of [1, 700, 999]) seen.push(...(await page(reading, size)));
    for (let got = await page(reading, 1_000); got.length > 0; got = await page(reading, 1_000)) {
      seen.push(...got);
    }
    expect(seen).toHaveLength(10_000);
    expect(new Set(seen).size).toBe(10_000);
    await reading.close();
    expect(await openContexts(server, index)).toBe(0);
  }, 120_000);

  it('carries a line of 2 MB whole', async () => {
    const index = server.unique('huge');
    await makeIndex(server, index, { log: { type: 'text', index: false } });
    const log = '"显存不足\\" 12345678901234567890, '.repeat(60_000);
    await writeRecords(server, index, [{ log, id: 1 }]);
    const { hits } = await store.search({ index, body: { size: 1 } }, never());
    expect(hits[0]?.source.log === log).toBe(true);
    expect(Buffer.byteLength(log)).toBeGreaterThan(2_000_000);
  });

  it('stops the work of a search that is given up', async () => {
    const index = server.unique('cancel');
    await makeIndex(server, index, { text: { type: 'keyword' } }, { number_of_shards: 1 });
    await writeRecords(server, index, slowRecords());
    const giveUp = new AbortController();
    const search = store.search({ index, body: slowSearch() }, giveUp.signal);
    const outcome = expect(search).rejects.toMatchObject({ code: 'CANCELLED' });
    await until(async () => (await runningSearches(server, index)).length > 0, 5_000);
    giveUp.abort();
    await outcome;
    const given = performance.now();
    await until(async () => (await runningSearches(server, index)).length === 0, 5_000);
    expect(performance.now() - given).toBeLessThan(5_000);
  }, 120_000);

  it('says that nothing matches a pattern', async () => {
    const index = `${server.unique('nothing')}-*`;
    await expect(store.fieldCaps(index, never())).rejects.toMatchObject({
      code: 'INDEX_NOT_FOUND',
    });
    const answer = await store.search({ index, body: {} }, never());
    expect(answer.hits).toEqual([]);
  });

  it('says what the store does not understand', async () => {
    const index = server.unique('errors');
    await makeIndex(server, index, mapping);
    const search = (body: Record<string, unknown>) => store.search({ index, body }, never());
    await expect(search({ query: { nonsense: {} } })).rejects.toMatchObject({
      code: 'QUERY_INVALID',
    });
    await expect(search({ aggs: { a: { terms: { field: 'log' } } } })).rejects.toMatchObject({
      code: 'FIELD_NOT_EXACT',
    });
    await expect(search({ size: 10_001 })).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });
}

const page = async (
  reading: Awaited<ReturnType<LogStore['read']>>,
  size: number,
): Promise<readonly string[]> => {
  const { hits } = await reading.next(size, never());
  expect(hits.length).toBeLessThanOrEqual(size);
  return hits.map(({ id }) => id);
};

/** Asks until it is so. @throws {Error} when the time is over */
async function until(isSo: () => Promise<boolean>, ms: number): Promise<void> {
  const end = performance.now() + ms;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`it did not come about within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
