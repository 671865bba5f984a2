import { createStore, type LogStore } from '@gpuscope/datasource/backend';
import { mustRequestStore, startStore, type StoreServer } from '../../servers/index.js';
import { makeIndex, writeRecords } from './support/records.js';
import { never, targetOf } from './support/target.js';

interface Transports {
  readonly nodes: Readonly<
    Record<string, { readonly transport: { readonly publish_address: string } }>
  >;
}

describe('patterns over clusters', () => {
  let server: StoreServer;
  let store: LogStore;

  beforeAll(async () => {
    server = await startStore('elasticsearch-8.19');
    const { nodes } = (await mustRequestStore(
      server.address,
      'GET',
      '/_nodes/transport',
    )) as Transports;
    const own = Object.values(nodes).map(({ transport }) => transport.publish_address);
    const gone = ['127.0.0.1:1'];
    // To itself it is a remote cluster like any other.
    await mustRequestStore(server.address, 'PUT', '/_cluster/settings', {
      persistent: {
        cluster: {
          remote: {
            east: { seeds: own },
            west: { seeds: gone, skip_unavailable: true },
            north: { seeds: gone, skip_unavailable: false },
          },
        },
      },
    });
    await makeIndex(server, 'logs-a', { log: { type: 'keyword' } });
    await writeRecords(server, 'logs-a', [{ log: 'here' }]);
    // A point in time knows shards by their index alone, so what is read must not be the same index twice.
    await makeIndex(server, 'far-a', { log: { type: 'keyword' } });
    await writeRecords(
      server,
      'far-a',
      Array.from({ length: 200 }, (_, n) => ({ log: `there ${n}` })),
    );
    store = createStore(targetOf(server));
  }, 300_000);
  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  const search = (index: string) => store.search({ index, body: {} }, never());

  it('are searched, read and described with the cluster before the index', async () => {
    const { hits, skippedClusters, isTotalExact } = await search('logs-*,east:logs-*');
    expect(hits.map(({ index }) => index).sort()).toEqual(['east:logs-a', 'logs-a']);
    expect([skippedClusters, isTotalExact]).toEqual([[], true]);
    const { indices, fields } = await store.fieldCaps('logs-*,east:logs-*', never());
    expect([...indices].sort()).toEqual(['east:logs-a', 'logs-a']);
    expect(fields.get('log')).toHaveLength(1);
    const reading = await store.read({ index: 'logs-*,east:far-*', body: {} }, never());
    const seen: string[] = [];
    for (const size of [1, 50, 100, 100, 100]) {
      const { hits: page } = await reading.next(size, never());
      seen.push(...page.map(({ index, id }) => `${index}/${id}`));
    }
    expect([seen.length, new Set(seen).size]).toEqual([201, 201]);
    await reading.close();
  });

  it('come without a cluster that does not answer, and name it', async () => {
    const { hits, skippedClusters, isTotalExact } = await search('logs-*,west:logs-*');
    expect(hits.map(({ index }) => index)).toEqual(['logs-a']);
    expect([skippedClusters, isTotalExact]).toEqual([['west'], false]);
  });

  it('fail where the store is told not to do without a cluster, or knows none of that name', async () => {
    await expect(search('logs-*,north:logs-*')).rejects.toMatchObject({
      code: 'STORE_UNREACHABLE',
      message: expect.stringContaining('north') as string,
    });
    await expect(search('south:logs-*')).rejects.toMatchObject({
      code: 'INDEX_NOT_FOUND',
      message: expect.stringContaining('south') as string,
    });
  });
});
