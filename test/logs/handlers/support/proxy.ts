import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to a store that a test can make slow. */
export interface Proxy {
  readonly url: string;
  /** While true, searches are taken and not answered. */
  holds: boolean;
  /** Searches that are held, and those of them that whoever asked has given up. */
  readonly held: number;
  readonly givenUp: number;
  stop(): Promise<void>;
}

export async function startProxy(target: string): Promise<Proxy> {
  const state = { holds: false, held: 0, givenUp: 0 };
  const forward = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { method, headers, url = '/' } = incoming;
    const onward = ask(new URL(url, target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  };
  const server = createServer((incoming, outgoing) => {
    if (!state.holds || !(incoming.url ?? '').includes('_search')) {
      forward(incoming, outgoing);
      return;
    }
    state.held += 1;
    incoming.resume();
    outgoing.on('close', () => (state.givenUp += 1));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set holds(value: boolean) {
      state.holds = value;
    },
    get holds() {
      return state.holds;
    },
    get held() {
      return state.held;
    },
    get givenUp() {
      return state.givenUp;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
