import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { ServerOptions } from 'node:https';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import { createServer as createSocketServer } from 'node:net';

/** A server of a test on 127.0.0.1. */
export interface Loopback {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

interface Listening {
  listen(port: number, host: string, done: () => void): unknown;
  address(): unknown;
  close(done: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

async function listen(server: Listening, scheme: string, end: () => void): Promise<Loopback> {
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        end();
      }),
  };
}

const endHttp = (server: Server) => () => server.closeAllConnections();

export function httpLoopback(listener: RequestListener): Promise<Loopback> {
  const server = createServer(listener);
  return listen(server, 'http', endHttp(server));
}

export function httpsLoopback(
  options: ServerOptions,
  listener: RequestListener,
): Promise<Loopback> {
  const server = createSecureServer(options, listener);
  return listen(server, 'https', () => server.closeAllConnections());
}

/** Writes raw bytes to whoever connects and has sent something, then does as told: half-answers that node:http would not send. */
export function rawLoopback(answer: (socket: Socket) => void): Promise<Loopback> {
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => answer(socket));
  });
  return listen(server, 'http', () => {
    for (const socket of sockets) socket.destroy();
  });
}
