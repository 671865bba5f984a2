import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ListenAddress } from '@gpuscope/aggregation';
import { GpuscopeError } from '@gpuscope/aggregation';
import { codeOf } from '../errorWords.js';
import type { RouteParts } from './routes.js';
import { respond } from './routes.js';

export interface RunningServer {
  /** Such as `http://127.0.0.1:9410`. */
  readonly url: string;
  /** Lets answers under way go out, then ends every connection; within a second. */
  close(): Promise<void>;
}

/** Bounds for a caller who never finishes his request, or sends a huge one. */
const LIMITS = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
} as const;

const MAX_CONNECTIONS = 512;
const CLOSE_MS = 1_000;

const LISTEN_ADVICE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there; choose another with --listen',
  EACCES: 'that needs more rights; choose a port above 1023 with --listen',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'the name is not known; give an address of this machine, or none for all of them',
};

function listen(server: Server, { host, port }: ListenAddress): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const advice = LISTEN_ADVICE[codeOf(error)] ?? error.message;
      const text = `cannot listen on ${host}:${port}: ${advice}`;
      reject(new GpuscopeError('CONFIG_INVALID', text, { cause: error }));
    });
    const where = host === '' ? { port } : { host, port };
    server.listen(where, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') {
        reject(new GpuscopeError('INTERNAL', 'the server has no address'));
      } else resolve(address);
    });
  });
}

function urlOf({ address, family, port }: AddressInfo): string {
  const host = address === '::' || address === '0.0.0.0' ? 'localhost' : address;
  return `http://${family === 'IPv6' && host !== 'localhost' ? `[${host}]` : host}:${port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/**
 * Starts the server of the exporter's pages.
 * @throws GpuscopeError CONFIG_INVALID when the address can't be had
 */
export async function startServer(
  address: ListenAddress,
  parts: RouteParts,
): Promise<RunningServer> {
  const server = createServer(LIMITS, (request, response) => {
    void respond(request, response, parts);
  });
  server.maxConnections = MAX_CONNECTIONS;
  const bound = await listen(server, address);
  return { url: urlOf(bound), close: () => close(server) };
}
