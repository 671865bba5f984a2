import { createStore, type LogStore } from '@gpuscope/datasource/backend';
import { startStore, type StoreServer } from '../../servers/index.js';
import { makeIndex, runningSearches, writeRecords } from './support/records.js';
import { slowRecords, slowSearch } from './support/slowSearch.js';
import { never, targetOf } from './support/target.js';
import { until } from './support/waiting.js';

/** One for each of the two clients. */
describe.each(['elasticsearch-8.19', 'opensearch-2.19'] as const)('a %s that is killed', (kind) => {
  let server: StoreServer;
  let store: LogStore;

  beforeAll(async () => {
    server = await startStore(kind);
    store = createStore(targetOf(server));
    await makeIndex(server, 'lines', { text: { type: 'keyword' } }, { number_of_shards: 1 });
    await writeRecords(server, 'lines', slowRecords());
  }, 300_000);
  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  it('in mid-query is told at once, and answers again when it is back', async () => {
    const search = store.search({ index: 'lines', body: slowSearch() }, never());
    const outcome = expect(search).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    await until(async () => (await runningSearches(server, 'lines')).length > 0);
    await server.kill();
    // Not that the time is over.
    await outcome;
    await expect(store.about(never())).rejects.toMatchObject({
      code: 'STORE_UNREACHABLE',
      message: expect.stringContaining(server.url) as string,
    });
    await server.restart();
    const body = { size: 1 };
    await until(async () => {
      const { shards } = await store.search({ index: 'lines', body }, never());
      return shards.failed === 0;
    }, 60_000);
    const { total } = await store.search({ index: 'lines', body }, never());
    expect(total === 40_000 || total === 10_000).toBe(true);
  }, 300_000);

  it('in the middle of a reading ends the reading with an error, never with a gap', async () => {
    const reading = await store.read({ index: 'lines', body: { sort: ['text'] } }, never());
    const first = await reading.next(100, never());
    expect(first.hits).toHaveLength(100);
    await server.kill();
    await expect(reading.next(100, never())).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    await server.restart();
    await expect(reading.next(100, never())).rejects.toMatchObject({ code: 'STORE_TIMEOUT' });
    await reading.close();
  }, 300_000);
});
