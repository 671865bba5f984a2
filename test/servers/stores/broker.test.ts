import { requestStore } from './request.js';
import { startStoreBroker, type StoreBroker } from './broker.js';
import type { StoreKind } from './kinds.js';
import type { StoreServer } from './server.js';

function fakeServers(starts: (kind: StoreKind) => Promise<void> = () => Promise.resolve()) {
  const started: StoreKind[] = [];
  const stopped: StoreKind[] = [];
  const start = async (kind: StoreKind): Promise<StoreServer> => {
    started.push(kind);
    await starts(kind);
    const url = `http://127.0.0.1:1/${kind}`;
    const nothing = (): Promise<void> => Promise.resolve();
    return {
      kind,
      url,
      address: { url },
      folder: '',
      kill: nothing,
      restart: nothing,
      stop: () => {
        stopped.push(kind);
        return nothing();
      },
    };
  };
  return { start, started, stopped };
}

const ask = async (broker: StoreBroker, kind: string) =>
  requestStore({ url: broker.url }, 'GET', `${broker.url}${kind}`);

describe('startStoreBroker', () => {
  it('starts nothing that nobody asks for, and what many ask for once', async () => {
    const servers = fakeServers();
    const broker = await startStoreBroker(servers.start);
    expect(servers.started).toEqual([]);
    const kind = 'opensearch-2.19';
    const answers = await Promise.all([ask(broker, kind), ask(broker, kind), ask(broker, kind)]);
    for (const { status, body } of answers) {
      expect([status, body]).toEqual([
        200,
        { kind, address: { url: `http://127.0.0.1:1/${kind}` } },
      ]);
    }
    expect(servers.started).toEqual([kind]);
    await broker.stop();
  });

  it('stops what it started, though one of them did not start', async () => {
    const servers = fakeServers((kind) =>
      kind === 'elasticsearch-6.8' ? Promise.reject(new Error('no Java')) : Promise.resolve(),
    );
    const broker = await startStoreBroker(servers.start);
    await ask(broker, 'elasticsearch-8.19');
    expect(await ask(broker, 'elasticsearch-6.8')).toEqual({ status: 500, body: 'no Java' });
    await broker.stop();
    expect(servers.stopped).toEqual(['elasticsearch-8.19']);
    await expect(ask(broker, 'elasticsearch-8.19')).rejects.toThrow();
  });

  it('knows neither other kinds nor other callers', async () => {
    const broker = await startStoreBroker(fakeServers().start);
    expect((await ask(broker, 'solr-1')).status).toBe(404);
    const { origin } = new URL(broker.url);
    expect((await requestStore({ url: origin }, 'GET', '/x/opensearch-2.19')).status).toBe(404);
    await broker.stop();
  });
});
