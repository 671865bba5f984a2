import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine's loopback address. */
export interface LoopbackServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Serves a node's telemetry as dcgm-exporter does: the text at `/metrics`, made anew for each scrape. */
export async function serveDcgm(text: () => string): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8');
    response.end(text());
  });
  const { url, stop } = await listen(server);
  return { url: `${url}/metrics`, stop };
}

/** Starts a server on a free port of the loopback address. */
export async function listen(server: Server): Promise<LoopbackServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
