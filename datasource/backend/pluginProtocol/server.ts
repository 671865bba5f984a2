import type { ServerOptions as Http2Options } from 'node:http2';
import { Server, type ServerCredentials } from '@grpc/grpc-js';
import type { Service } from './services/service.js';

/** As large as in plugins that are written with Grafana's Go SDK: queries, and what is sent to resources. */
const MAX_REQUEST_BYTES = 16 * 1024 * 1024;

/**
 * Grafana cancels a query by resetting its stream, and dashboards cancel many at once. HTTP/2 servers take that for an
 * attack and close the connection, with everybody's queries on it; the other end of ours is Grafana alone.
 */
const NO_RESET_GUARD = { streamResetBurst: 1_000_000, streamResetRate: 1_000_000 } as const;

export function createServer(services: readonly Service[]): Server {
  const server = new Server({
    'grpc.max_receive_message_length': MAX_REQUEST_BYTES,
    'grpc.max_send_message_length': -1,
  });
  Object.assign(http2Options(server), NO_RESET_GUARD);
  for (const { definition, implementation } of services)
    server.addService(definition, implementation);
  return server;
}

/** grpc-js has no option for these; it keeps those of HTTP/2 in a field of its own. */
function http2Options(server: Server): Http2Options {
  const { commonServerOptions: options } = server as unknown as {
    readonly commonServerOptions?: Http2Options;
  };
  if (options === undefined) throw new Error('grpc-js keeps its HTTP/2 options elsewhere now');
  return options;
}

/** @returns when the server listens. @throws Error where it can't */
export function listen(
  server: Server,
  socketPath: string,
  credentials: ServerCredentials,
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`unix:${socketPath}`, credentials, (error) =>
      error === null ? resolve() : reject(error),
    );
  });
}
