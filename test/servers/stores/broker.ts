import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { storeKinds, type StoreKind } from './kinds.js';
import { startStore, type StorePlace, type StoreServer } from './server.js';

/** Starts each kind of store when it is first asked for, once for everybody. */
export interface StoreBroker {
  /** Give this to `sharedStore` by the environment variable `sharedStoresVariable`. */
  readonly url: string;
  /** Stops it and every store that it started. */
  stop(): Promise<void>;
}

const isKind = (text: string): text is StoreKind =>
  (storeKinds as readonly string[]).includes(text);

/**
 * Test files run in processes of their own and need different stores: whoever needs one asks here, so that a run of
 * one file starts one server and a run of all starts each once.
 */
export async function startStoreBroker(
  start: (kind: StoreKind) => Promise<StoreServer> = (kind) => startStore(kind),
): Promise<StoreBroker> {
  const started = new Map<StoreKind, Promise<StoreServer>>();
  const placeOf = async (kind: StoreKind): Promise<StorePlace> => {
    const server = started.get(kind) ?? start(kind);
    started.set(kind, server);
    const { address } = await server;
    return { kind, address };
  };
  const secret = randomBytes(12).toString('hex');
  const broker = createServer((request, response) => {
    const [, said, kind = ''] = (request.url ?? '').split('/');
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify(body));
    };
    if (said !== secret || !isKind(kind)) answer(404, `there is no store ${kind}`);
    else
      placeOf(kind).then(
        (place) => answer(200, place),
        (error: unknown) => answer(500, error instanceof Error ? error.message : String(error)),
      );
  });
  const port = await new Promise<number>((resolve, reject) => {
    broker.on('error', reject);
    broker.listen(0, '127.0.0.1', () => {
      const address = broker.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
  return {
    url: `http://127.0.0.1:${port}/${secret}/`,
    stop: async () => {
      broker.close();
      const servers = await Promise.allSettled(started.values());
      const running = servers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      await Promise.all(running.map((server) => server.stop()));
    },
  };
}
