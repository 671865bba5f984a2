import { connect, createServer, type Server, type Socket } from 'node:net';

/** Passes bytes through to a port of 127.0.0.1, until it is cut. */
export interface Proxy {
  readonly url: string;
  /** Connections that were taken so far. */
  readonly connections: number;
  /** Breaks every connection. While cut it takes none. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

function join(client: Socket, port: number, sockets: Set<Socket>): void {
  const server = connect(port, '127.0.0.1');
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    sockets.add(one);
    one.on('error', () => other.destroy());
    one.on('close', () => {
      sockets.delete(one);
      other.destroy();
    });
    one.pipe(other);
  }
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });

export async function startProxy(port: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  let isCut = false;
  let connections = 0;
  const server = createServer((client) => {
    connections += 1;
    if (isCut) client.destroy();
    else join(client, port, sockets);
  });
  const cut = (): void => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  const own = await listening(server);
  return {
    url: `https://127.0.0.1:${own}`,
    get connections() {
      return connections;
    },
    cut,
    mend: () => {
      isCut = false;
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
