import type { Log } from '../log.js';
import { handshakeLine } from './handshake.js';
import type { Plugin } from './plugin.js';
import { createServer, listen } from './server.js';
import { dataService } from './services/data.js';
import { diagnosticsService } from './services/diagnostics.js';
import { brokerService, controllerService, stdioService } from './services/goPlugin.js';
import { healthService } from './services/health.js';
import { resourceService } from './services/resource.js';
import { streamService } from './services/stream.js';
import { socketPlace } from './socket.js';
import { secured } from './tls/secured.js';

export interface ServeOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** Takes the handshake line: stdout, on which nothing else may be written. */
  readonly announce: (line: string) => void;
  /** The host has asked the plugin to end. */
  readonly onShutdown: () => void;
}

export interface Served {
  readonly socketPath: string;
  /** Ends all calls, whose signals are aborted, and removes the socket. */
  stop(): Promise<void>;
}

/**
 * Serves a plugin to Grafana as hashicorp/go-plugin prescribes: gRPC on a Unix socket that the handshake line names.
 * With `PLUGIN_CLIENT_CERT` in the environment both ends show a certificate.
 *
 * @throws Error where the socket can't be made
 */
export async function serve(plugin: Plugin, options: ServeOptions): Promise<Served> {
  const { env, log, announce, onShutdown } = options;
  const { credentials, certificate } = secured(env['PLUGIN_CLIENT_CERT']);
  const place = await socketPlace(env);
  const server = createServer([
    dataService(plugin, log),
    diagnosticsService(plugin, log),
    resourceService(plugin, log),
    streamService(plugin, log),
    healthService,
    brokerService,
    stdioService,
    controllerService(onShutdown),
  ]);
  const stop = async (): Promise<void> => {
    server.forceShutdown();
    await place.remove();
  };
  try {
    await listen(server, place.path, credentials);
  } catch (error) {
    await stop();
    throw error;
  }
  const secure = certificate === undefined ? {} : { certificate };
  announce(handshakeLine({ socketPath: place.path, ...secure }, env));
  return { socketPath: place.path, stop };
}
