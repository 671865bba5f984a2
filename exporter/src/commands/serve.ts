import { systemClock } from '../clock.js';
import { createRole } from '../createRole.js';
import { startSchedule } from '../cycle/schedule.js';
import type { LogLevel } from '../logger.js';
import { createLogger, LOG_LEVELS } from '../logger.js';
import { startServer } from '../server/server.js';
import { VERSION } from '../version.js';
import type { Command, Io } from './command.js';
import { loadConfig } from './loadConfig.js';
import { LISTEN_OPTION, LOG_OPTION, SITE_OPTIONS } from './siteOptions.js';
import { shown, suggestion, UsageError } from './usage.js';

/** Throws UsageError for a level that there is not. */
export function logLevelOf(value: string | undefined): LogLevel {
  const level = LOG_LEVELS.find((known) => known === (value ?? 'info'));
  if (level !== undefined) return level;
  throw new UsageError(
    `--log-level is ${shown(value ?? '')}; allowed are ${LOG_LEVELS.join(', ')}${suggestion(value ?? '', LOG_LEVELS)}`,
  );
}

function told(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** `serve`: reads in cycles and serves what was read, until told to end. */
export const SERVE: Command = {
  name: 'serve',
  summary: 'Serves GPU series with tenant, app and user under /metrics',
  options: [...SITE_OPTIONS, LISTEN_OPTION, LOG_OPTION],
  more: 'Ends on SIGTERM or SIGINT, with status 0.',
  async run(args, io: Io) {
    const logger = createLogger(logLevelOf(args.value('log-level')));
    const config = await loadConfig(args, io);
    const { hostname, program, env } = io;
    const role = await createRole({ config, hostname, program, env, logger });
    const { page, readiness } = role;
    const server = await startServer(config.exporter.listen, { page, readiness, version: VERSION });
    logger.info(
      { url: server.url, role: config.role, node: config.node, version: VERSION },
      'serving',
    );
    const schedule = startSchedule(role.intervalMs, systemClock, () => role.cycle());
    await told(io.stop);
    logger.info('ending');
    await Promise.all([server.close(), role.close(), schedule.stop()]);
    return 0;
  },
};
