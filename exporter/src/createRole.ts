import { systemClock } from './clock.js';
import { createClusterRole } from './clusterRole.js';
import type { ExporterConfig } from './config.js';
import type { Logger } from './logger.js';
import { createNodeRole } from './nodeRole.js';
import { directoryOf, holdersOf, sourcesOf } from './parts.js';
import type { RunningRole } from './role.js';
import { createSelfMetrics } from './selfMetrics.js';
import { VERSION } from './version.js';

export interface RoleParts {
  readonly config: ExporterConfig;
  readonly hostname: string;
  readonly logger: Logger;
}

/** Wires up what the configuration asks for. Nothing is read yet, save what the pod directory begins to watch. */
export function createRole({ config, hostname, logger }: RoleParts): RunningRole {
  const clock = systemClock;
  const metrics = createSelfMetrics(VERSION, config.role);
  const directory = directoryOf(config);
  const common = { config, directory, metrics, logger, clock };
  if (config.role === 'cluster') return createClusterRole(common);
  return createNodeRole({
    ...common,
    sources: sourcesOf({ config, hostname, clock, metrics }),
    holders: holdersOf(config),
  });
}
