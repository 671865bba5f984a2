import { systemClock } from './clock.js';
import { createClusterRole } from './clusterRole.js';
import type { ExporterConfig } from './config.js';
import type { Environment } from './kubernetesAccess.js';
import type { Logger } from './logger.js';
import { createNodeRole } from './nodeRole.js';
import { createParts } from './parts.js';
import type { RunningRole } from './role.js';
import { createSelfMetrics } from './selfMetrics.js';
import { VERSION } from './version.js';

export interface RoleOptions {
  readonly config: ExporterConfig;
  readonly hostname: string;
  /** The file of this program. */
  readonly program: string;
  readonly env: Environment;
  readonly logger: Logger;
}

/**
 * Makes what the configuration asks for. Nothing is read yet, save what the pod directory begins to watch.
 * @throws GpuscopeError CONFIG_INVALID for what can't be had
 */
export async function createRole(options: RoleOptions): Promise<RunningRole> {
  const { config, hostname, program, env, logger } = options;
  const clock = systemClock;
  const metrics = createSelfMetrics(VERSION, config.role);
  const parts = await createParts(config, { hostname, program, env, clock, metrics });
  const common = { config, metrics, logger, clock };
  return config.role === 'cluster'
    ? createClusterRole({ ...common, directory: parts.directory })
    : createNodeRole({ ...common, ...parts });
}
