import { parseSite } from '@gpuscope/aggregation';
import { createRole } from '../createRole.js';
import { createLogger } from '../logger.js';
import type { RunningRole } from '../role.js';

/**
 * What `serve` runs on a node, for those who run its cycles themselves.
 *
 * @param site gpuscope.yaml's text
 * @param program file of the exporter, of which the agent that asks NVML is a command
 */
export async function nodeRoleOf(site: string, program: string): Promise<RunningRole> {
  const parsed = parseSite(site);
  if (!('site' in parsed)) throw new Error(JSON.stringify(parsed.problems));
  const { exporter, identity } = parsed.site;
  const node = exporter.node ?? 'gpu-1';
  return createRole({
    config: { role: 'node', node, exporter, identity, namespacesByName: false },
    hostname: node,
    program,
    env: process.env,
    logger: createLogger('silent'),
  });
}
