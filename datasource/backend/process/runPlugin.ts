import type { Log } from '../log.js';
import type { Plugin } from '../pluginProtocol/plugin.js';
import { serve } from '../pluginProtocol/serve.js';
import { onceEnded } from './onceEnded.js';
import { redirectConsole } from './redirectConsole.js';
import { watchParent } from './watchParent.js';

/** go-plugin kills a plugin that has not ended two seconds after it was asked to. */
const END_WITHIN_MS = 1500;

/** A plugin and what must be closed when it ends, such as connections. */
export interface RunningPlugin {
  readonly plugin: Plugin;
  close?(): Promise<void>;
}

/**
 * Serves a plugin from this process until the host asks it to end, is gone, or SIGTERM comes; then the process ends.
 * SIGINT is ignored: it reaches the host too, which ends its plugins itself.
 *
 * @throws Error where the plugin can't be served
 */
export async function runPlugin(running: RunningPlugin, log: Log): Promise<void> {
  redirectConsole(console, log);
  // A host that is gone reads no logs; what can't be written must not end the process before it has cleaned up.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const ended = onceEnded();
  const served = await serve(running.plugin, {
    env: process.env,
    log,
    announce: (line) => void process.stdout.write(line),
    onShutdown: () => ended.end('the host asked for it'),
  });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => ended.end('SIGTERM'));
  process.on('unhandledRejection', (reason) =>
    log.error('a promise failed that nobody waited for', { reason: describe(reason) }),
  );
  process.on('uncaughtException', (error) => {
    log.error('the plugin has to end', { reason: describe(error) });
    ended.end('an error that nobody caught', 1);
  });
  const stopWatching = watchParent(
    () => process.ppid,
    () => ended.end('the host is gone'),
  );

  const { reason, exitCode } = await ended.promise;
  log.info('ends', { reason });
  setTimeout(() => process.exit(exitCode), END_WITHIN_MS).unref();
  stopWatching();
  await Promise.allSettled([served.stop(), running.close?.()]);
  process.exit(exitCode);
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
