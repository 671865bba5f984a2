import { createStore, type LogStore } from '@gpuscope/datasource/backend';
import { defaultStoreKinds, sharedStore, type SharedStore } from '../../servers/index.js';
import { makeIndex, writeRecords } from './support/records.js';
import { slowRecords, slowSearch } from './support/slowSearch.js';
import { never, targetOf } from './support/target.js';

/** No node has this attribute, so no shard finds a place. */
const nowhere = { 'index.routing.allocation.require.synthetic': 'nowhere' };

describe.each(defaultStoreKinds)('what %s can answer in part', (kind) => {
  let server: SharedStore;
  let store: LogStore;

  beforeAll(async () => {
    server = await sharedStore(kind);
    store = createStore(targetOf(server));
  }, 300_000);
  afterAll(() => store.close());

  it('comes with the shards that failed and why, where an index maps a field otherwise', async () => {
    const [good, odd] = [server.unique('conflict-good'), server.unique('conflict-odd')];
    await makeIndex(server, good, { time: { type: 'date' } });
    await makeIndex(server, odd, { time: { type: 'text' } });
    await writeRecords(server, good, [{ time: 1_700_000_000_000 }]);
    await writeRecords(server, odd, [{ time: 'noon' }]);
    const body = { sort: [{ time: 'desc' }] };
    const answer = await store.search({ index: `${good},${odd}`, body }, never());
    expect(answer.hits.map(({ index }) => index)).toEqual([good]);
    expect(answer.isTotalExact).toBe(false);
    expect(answer.shards.failed).toBeGreaterThan(0);
    expect(answer.shards.reasons.join()).toContain(`${odd}: illegal_argument_exception: `);
  });

  it('comes without the indices whose shards are nowhere, and says so', async () => {
    const [good, red] = [server.unique('green'), server.unique('red')];
    await makeIndex(server, good, { log: { type: 'keyword' } });
    await writeRecords(server, good, [{ log: 'here' }]);
    await makeIndex(server, red, { log: { type: 'keyword' } }, nowhere, 'nowhere');
    const both = await store.search({ index: `${good},${red}`, body: {} }, never());
    expect(both.hits.map(({ source }) => source.log)).toEqual(['here']);
    expect(both.isTotalExact).toBe(false);
    expect(both.shards).toMatchObject({ total: 4, failed: 2 });
    expect(both.shards.reasons.length).toBeGreaterThan(0);
    const reading = await store.read({ index: `${good},${red}`, body: {} }, never());
    const page = await reading.next(10, never());
    expect(page.hits.map(({ source }) => source.log)).toEqual(['here']);
    expect(page.shards.failed).toBeGreaterThan(0);
    await reading.close();
    await expect(store.search({ index: red, body: {} }, never())).rejects.toMatchObject({
      code: 'STORE_UNREACHABLE',
      message: expect.stringContaining('no shard') as string,
    });
    await server.must('DELETE', `/${red}`);
  }, 60_000);

  it('stops when the time is over, on our side and in the store', async () => {
    const index = server.unique('late');
    await makeIndex(server, index, { text: { type: 'keyword' } }, { number_of_shards: 1 });
    await writeRecords(server, index, slowRecords());
    const hasty = createStore(targetOf(server), { timeoutMs: 500 });
    // Left to itself it would be answered.
    await expect(hasty.search({ index, body: slowSearch() }, never())).rejects.toMatchObject({
      code: 'STORE_TIMEOUT',
    });
    await hasty.close();
  }, 60_000);

  it('has totals that are lower bounds, or none', async () => {
    const index = server.unique('totals');
    await makeIndex(server, index, { n: { type: 'long' } }, { number_of_shards: 1 });
    await writeRecords(
      server,
      index,
      Array.from({ length: 50 }, (_, n) => ({ n })),
    );
    const search = (body: Record<string, unknown>) => store.search({ index, body }, never());
    expect(await search({ size: 1 })).toMatchObject({ total: 50, isTotalExact: true });
    if (kind === 'elasticsearch-6.8') return;
    const bounded = await search({ size: 0, track_total_hits: 10 });
    expect(bounded.isTotalExact).toBe(false);
    expect(bounded.total).toBeGreaterThanOrEqual(10);
    expect(await search({ size: 7, track_total_hits: false })).toMatchObject({
      total: 7,
      isTotalExact: false,
    });
  });

  it('keeps the digits of large numbers', async () => {
    const index = server.unique('digits');
    await makeIndex(server, index, { nanos: { type: 'long' } }, { number_of_shards: 1 });
    const first = 1_700_000_000_123_456_789n;
    const raw = [0n, 1n, 2n].map((n) => ({ nanos: `${first + n}` }));
    await writeRecords(server, index, raw);
    const sort = [{ nanos: 'asc' }];
    const { hits } = await store.search({ index, body: { sort, size: 2 } }, never());
    expect(hits.map((hit) => hit.sort)).toEqual([[`${first}`], [`${first + 1n}`]]);
    const after = { sort, search_after: hits.at(-1)?.sort };
    const rest = await store.search({ index, body: after }, never());
    expect(rest.hits.map((hit) => hit.sort)).toEqual([[`${first + 2n}`]]);
  });
});
